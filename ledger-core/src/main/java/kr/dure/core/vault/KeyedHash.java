package kr.dure.core.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/**
 * Hashes that only the holder of the key can make, HMAC-SHA-256 (RFC 2104): without a key, whoever reads the log could
 * try all proofs of identity there are. Safe for use by many threads.
 *
 * <p>What is hashed begins with its purpose in ASCII and a zero byte. No purpose contains one, so a hash for one
 * purpose is never a hash for another.
 */
public final class KeyedHash {
    private final Hmac persons;
    private final Hmac requests;
    private final String fingerprint;

    /**
     * @param key for {@code HmacSHA256}, of 256 bits, used for nothing else
     * @throws IllegalArgumentException if it is another
     */
    public KeyedHash(SecretKey key) {
        Keys.require256(key, Hmac.ALGORITHM);
        persons = purpose(key, "dure/person");
        requests = purpose(key, "dure/request");
        fingerprint = hex(purpose(key, "dure/fingerprint").of(new byte[0]));
    }

    /**
     * Who somebody is, for the log: 64 lower-case hexadecimal digits.
     *
     * @param proof taken as it is: one person's proof must always come in the same spelling
     * @throws IllegalArgumentException if it is empty, which would make all people one, or not Unicode
     */
    public String personHash(String proof) {
        if (proof.isEmpty()) {
            throw new IllegalArgumentException("the proof of identity is empty");
        }
        return hex(persons.of(Utf8.bytes("the proof of identity", proof)));
    }

    /** What was asked, in 32 bytes, by which a repetition is told from another use of the same id. */
    public byte[] requestDigest(byte[] request) {
        return requests.of(request);
    }

    /** Tells this key from any other, and nothing of it: 64 lower-case hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    private static Hmac purpose(SecretKey key, String name) {
        return new Hmac(key, (name + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
