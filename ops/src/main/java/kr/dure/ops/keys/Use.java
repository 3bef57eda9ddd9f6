package kr.dure.ops.keys;

/** What a ledger's own identities are for. */
public enum Use {
    /** Its nodes know each other by it. */
    LINK("dure-link", "node", KeyKind.P256),
    /** Signs the tokens of {@code dure token}: simulation ledgers alone have it, and trust it. */
    SIMULATED_TOKEN("dure-simulated-token-rsa", "simulation", KeyKind.RSA),
    /** Signs the tokens of a production ledger. */
    TOKEN("dure-token-rsa", "token", KeyKind.RSA),
    /** Signs the QR codes of shops. */
    QR("dure-qr", "qr", KeyKind.P256);

    private final String alias;
    private final String subject;
    private final KeyKind kind;

    Use(String alias, String subject, KeyKind kind) {
        this.alias = alias;
        this.subject = subject;
        this.kind = kind;
    }

    /** Its name in the key store. */
    String alias() {
        return alias;
    }

    KeyKind kind() {
        return kind;
    }

    /** Its name in the certificate. */
    String subject() {
        return subject;
    }
}
