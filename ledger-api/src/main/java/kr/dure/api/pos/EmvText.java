package kr.dure.api.pos;

import java.nio.charset.StandardCharsets;

/**
 * Text of data objects, each an id of two digits, a length of two digits and a value, closed by a checksum: the EMV QR Code
 * Specification for Payment Systems, Merchant-Presented Mode, 1.1, chapter 4. Lengths count characters.
 */
final class EmvText {
    private static final int LONGEST = 99;
    private static final String CRC = "6304";
    private static final int POLYNOMIAL = 0x1021;
    private static final int START = 0xFFFF;

    private final StringBuilder text = new StringBuilder(256);

    /** @throws IllegalArgumentException if a value is empty or longer than 99 characters */
    EmvText add(String id, String value) {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("object " + id + " has " + length + " characters");
        }
        text.append(id).append("%02d".formatted(length)).append(value);
        return this;
    }

    EmvText add(String id, EmvText template) {
        return add(id, template.text.toString());
    }

    /** All objects so far. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** All objects, and the checksum of them and of its own id and length. */
    String closed() {
        String covered = text + CRC;
        return covered + "%04X".formatted(crc(covered.getBytes(StandardCharsets.UTF_8)));
    }

    /** CRC-16 as in ISO/IEC 13239, with the initial value FFFF and not inverted. */
    static int crc(byte[] bytes) {
        int crc = START;
        for (byte next : bytes) {
            crc ^= (next & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
