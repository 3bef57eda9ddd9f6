package kr.dure.core.vault;

import java.security.SecureRandom;

/** No chance at all: bytes that count up. */
final class CountingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private int next;

    CountingRandom(int first) {
        next = first;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) next++;
        }
    }
}
