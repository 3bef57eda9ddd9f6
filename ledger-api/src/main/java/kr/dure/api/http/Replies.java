package kr.dure.api.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import kr.dure.api.log.Found;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** Answers to what was written: with the position of the log at which a client can read it. */
public final class Replies {
    private Replies() {}

    /** A name as one segment of a path (RFC 3986). */
    public static String segment(String name) {
        return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }

    /** 201: something came into being, to be found from now on. */
    public static <R> ResponseEntity<R> created(Found<?> found, String location, R body) {
        return created(found.position(), location, body);
    }

    /** 201: something came into being that is not of the ledger. */
    public static <R> ResponseEntity<R> created(String location, R body) {
        return ResponseEntity.created(URI.create(location)).body(body);
    }

    public static <R> ResponseEntity<R> created(long position, String location, R body) {
        return ResponseEntity.created(URI.create(location))
                .header(Position.HEADER, Long.toString(position))
                .body(body);
    }
}
