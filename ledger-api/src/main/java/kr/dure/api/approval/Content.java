package kr.dure.api.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kr.dure.api.http.ApiJson;
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
        try {
            byte[] said = (kind + '\n' + json).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <B> B as(Class<B> type) {
        return ApiJson.MAPPER.readValue(json, type);
    }
}
