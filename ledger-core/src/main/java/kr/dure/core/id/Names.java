package kr.dure.core.id;

/** What may be a name or an id: 1 to 64 Unicode code points, no control character, no lone surrogate. */
public final class Names {
    public static final int LONGEST = 64;

    private Names() {}

    public static boolean isName(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point < 0x20 || (point >= 0x7F && point <= 0x9F) || isSurrogate(point) || ++points > LONGEST) {
                return false;
            }
            i += Character.charCount(point);
        }
        return points > 0;
    }

    /** @throws IllegalArgumentException naming the field, if the text is not a name */
    static void require(String field, String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + LONGEST + " code points and no control character");
        }
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
