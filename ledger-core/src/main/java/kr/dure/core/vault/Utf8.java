package kr.dure.core.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text to bytes, one to one: {@link String#getBytes()} would turn every lone surrogate into the same question mark. */
final class Utf8 {
    private Utf8() {}

    /** @throws IllegalArgumentException naming what it is, and not quoting it, if the text is not Unicode */
    static byte[] bytes(String what, String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(what + " is not Unicode text", e);
        }
    }
}
