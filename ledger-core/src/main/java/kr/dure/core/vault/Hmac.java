package kr.dure.core.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, of messages that all begin alike. Every call works on a copy of a state in
 * which the key and the beginning are already mixed, so many threads may call at once and none looks for a provider.
 */
final class Hmac {
    static final String ALGORITHM = "HmacSHA256";

    private final Mac begun;

    Hmac(SecretKey key, byte[] beginning) {
        try {
            begun = Mac.getInstance(ALGORITHM);
            begun.init(key);
            begun.update(beginning);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key does not fit " + ALGORITHM, e);
        }
    }

    /** 32 bytes. */
    byte[] of(byte[] rest) {
        try {
            return ((Mac) begun.clone()).doFinal(rest);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's " + ALGORITHM + " cannot be copied", e);
        }
    }
}
