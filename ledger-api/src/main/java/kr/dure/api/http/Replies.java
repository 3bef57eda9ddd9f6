package kr.dure.api.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kr.dure.api.log.Found;
import org.springframework.http.CacheControl;
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state);
            return HexFormat.of().formatHex(digest, 0, TAG);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
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
