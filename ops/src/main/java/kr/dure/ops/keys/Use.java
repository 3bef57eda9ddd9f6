package kr.dure.ops.keys;

/** What a ledger's own identities are for. */
public enum Use {
    /** Its nodes know each other by it. */
    LINK("dure-link", "node"),
    /** Signs the tokens of {@code dure token}: simulation ledgers alone have it, and trust it. */
    SIMULATED_TOKEN("dure-simulated-token", "simulation"),
    /** Signs the tokens of a production ledger. */
    TOKEN("dure-token", "token"),
    /** Signs the QR codes of shops. */
    QR("dure-qr", "qr");

    private final String alias;
    private final String subject;

    Use(String alias, String subject) {
        this.alias = alias;
        this.subject = subject;
    }

    /** Its name in the key store. */
    String alias() {
        return alias;
    }

    /** Its name in the certificate. */
    String subject() {
        return subject;
    }
}
