package kr.dure.ops.town;

/** A line that misses, mistypes or adds a field. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String field, String rule) {
        super(field + " " + rule, null, false, false);
    }
}
