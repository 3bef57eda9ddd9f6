package kr.dure.api.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.UnaryOperator;
import kr.dure.api.log.Found;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** Answers to what was written: with the position of the log at which a client can read it. */
public final class Replies {
    private static final int TAG = 16;

    private Replies() {}

    /** A name as one segment of a path (RFC 3986). */
    public static String segment(String name) {
        return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }

    /**
     * 200 with an entity tag (RFC 9110), by which a client that has it already is spared it.
     *
     * @param state what of the body tells whether it has changed: all but how far the log has come meanwhile
     * @param position up to which the log is counted in
     */
    public static <R> ResponseEntity<R> tagged(R body, Object state, long position) {
        return ResponseEntity.ok()
                .eTag(digest(ApiJson.MAPPER.writeValueAsBytes(state)))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(Position.HEADER, Long.toString(position))
                .body(body);
    }

    private static String digest(byte[] state) {
        return HexFormat.of().formatHex(Sha256.of(state), 0, TAG);
    }

    /** 201: something came into being, to be found from now on. */
    public static <R> ResponseEntity<R> created(Found<?> found, String location, R body) {
        return created(found.position(), location, body);
    }

    /** 201: something was done that is not to be found by itself. */
    public static <R> ResponseEntity<R> done(Found<?> found, R body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Position.HEADER, Long.toString(found.position()))
                .body(body);
    }

    /** The answer to which a secret belongs: it is kept without it, and nobody on the way keeps it with it. */
    public static <R> ResponseEntity<R> telling(ResponseEntity<R> kept, UnaryOperator<R> secret) {
        return ResponseEntity.status(kept.getStatusCode())
                .headers(kept.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(secret.apply(Objects.requireNonNull(kept.getBody())));
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
