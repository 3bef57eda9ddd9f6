package kr.dure.api.http;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What was answered.
 *
 * @param digest of the request
 * @param status of HTTP; 0 if the answer is not kept but made anew
 * @param refused the code of the problem, if it was one
 */
record KeptAnswer(
        byte[] digest,
        int status,
        @Nullable String location,
        @Nullable String body,
        @Nullable String refused) {
    static KeptAnswer of(Write write, ResponseEntity<?> made) {
        var location = made.getHeaders().getLocation();
        return new KeptAnswer(
                write.digest(),
                made.getStatusCode().value(),
                location == null ? null : location.toString(),
                ApiJson.MAPPER.writeValueAsString(Objects.requireNonNull(made.getBody(), "an answer has a body")),
                null);
    }

    static KeptAnswer of(Write write, Problem refusal) {
        return new KeptAnswer(write.digest(), refusal.status(), null, null, refusal.code());
    }

    static KeptAnswer read(ResultSet row, int number) throws SQLException {
        return new KeptAnswer(
                row.getBytes("digest"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("body"),
                row.getString("refused"));
    }

    /** @throws Problem if that was the answer */
    <R> ResponseEntity<R> reply(Class<R> kind) {
        if (refused != null) {
            throw Problem.of(refused);
        }
        var reply = ResponseEntity.status(status);
        if (location != null) {
            reply.location(URI.create(location));
        }
        return reply.body(ApiJson.MAPPER.readValue(Objects.requireNonNull(body), kind));
    }
}
