package kr.dure.core.vault;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** What every key of the vault must be. */
final class Keys {
    static final int BYTES = 32;

    private Keys() {}

    /** A key that stays inside a device shows no bytes: it is taken at its word. */
    static SecretKey require256(SecretKey key, String algorithm) {
        if (!algorithm.equalsIgnoreCase(key.getAlgorithm())) {
            throw new IllegalArgumentException("a key for " + algorithm + " is needed, not for " + key.getAlgorithm());
        }
        byte[] bits = key.getEncoded();
        if (bits != null && bits.length != BYTES) {
            throw new IllegalArgumentException("a key of 256 bits is needed, not of " + 8 * bits.length);
        }
        if (bits != null) {
            Arrays.fill(bits, (byte) 0);
        }
        return key;
    }
}
