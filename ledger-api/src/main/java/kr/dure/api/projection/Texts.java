package kr.dure.api.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts as the database can keep them. */
public final class Texts {
    private Texts() {}

    /** A text from outside may hold U+0000 or half of a surrogate pair; the database's text knows neither. */
    public static String storable(String text) {
        return new String(text.replace('\0', '?').getBytes(UTF_8), UTF_8);
    }
}
