package kr.dure.ops.demo;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One operation, as its line of the town file says it. */
record DemoLine(LocalDateTime at, String id, DemoOp op, ObjectNode content) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    static ObjectNode fields() {
        return JSON.createObjectNode();
    }

    String json() {
        var line = fields().put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(KOREA)))
                .put("id", id)
                .put("op", op.inTownFile());
        return JSON.writeValueAsString(line.setAll(content));
    }
}
