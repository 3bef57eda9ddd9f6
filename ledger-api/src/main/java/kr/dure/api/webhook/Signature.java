package kr.dure.api.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures as Standard Webhooks 1.0 has them: HMAC-SHA-256 (RFC 2104) over id, time and body.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
 *     specification</a>
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET = "whsec_";

    private Signature() {}

    /** A key as the receiver is told it. */
    static String secret(byte[] key) {
        return SECRET + Base64.getEncoder().encodeToString(key);
    }

    /** @param seconds since 1970, as in {@code webhook-timestamp} */
    static String of(byte[] key, String id, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + '.' + seconds + '.').getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
