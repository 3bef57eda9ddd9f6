package kr.dure.ops.reference;

/** An operation that was refused. It is thrown before the operation changes anything. */
final class ReferenceRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final String code;

    private ReferenceRefusal(String code) {
        super(code);
        this.code = code;
    }

    static void refuseIf(boolean reason, String code) {
        if (reason) {
            throw new ReferenceRefusal(code);
        }
    }
}
