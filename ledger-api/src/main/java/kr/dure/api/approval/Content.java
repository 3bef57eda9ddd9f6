package kr.dure.api.approval;

import kr.dure.api.http.ApiJson;
import kr.dure.api.http.Sha256;
import tools.jackson.databind.JsonNode;

/** What a proposal says, in one form: JSON without blanks, the fields of each object in the order of their names. */
record Content(String kind, String json) {
    static Content of(String kind, Object content) {
        return new Content(kind, canonical(ApiJson.MAPPER.valueToTree(content)));
    }

    /** As the database gives it back, with its own order of fields. */
    static Content stored(String kind, String json) {
        return new Content(kind, canonical(ApiJson.MAPPER.readTree(json)));
    }

    private static String canonical(JsonNode tree) {
        return ApiJson.MAPPER.writeValueAsString(tree);
    }

    /** SHA-256 of the kind, a line feed and the canonical JSON, in UTF-8. */
    String digest() {
        return Sha256.hex(kind + '\n' + json);
    }

    <B> B as(Class<B> type) {
        return ApiJson.MAPPER.readValue(json, type);
    }
}
