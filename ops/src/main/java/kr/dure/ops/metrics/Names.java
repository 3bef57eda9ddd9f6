package kr.dure.ops.metrics;

/** The names of all metrics; {@code ops/METRICS.md} says what they mean. */
public final class Names {
    public static final String LOG_OPERATIONS = "dure.log.operations";
    public static final String LOG_EVENTS = "dure.log.events";
    public static final String LOG_BATCH = "dure.log.batch";
    public static final String LOG_COMMIT = "dure.log.commit";
    public static final String LOG_REFUSALS = "dure.log.refusals";
    public static final String LOG_MISSED = "dure.log.missed";
    public static final String LOG_HEAD = "dure.log.head";
    public static final String PROJECTION_POSITION = "dure.projection.position";
    public static final String PROJECTION_LAG = "dure.projection.lag";
    public static final String PROJECTION_WRITE = "dure.projection.write";
    public static final String PROJECTION_HALTED = "dure.projection.halted";
    public static final String DEAD_LETTERS = "dure.dead.letters";
    public static final String BOOKS_BALANCED = "dure.books.balanced";
    public static final String BOOKS_CHECKS = "dure.books.checks";
    public static final String SETTLEMENT_AGE = "dure.settlement.age";
    public static final String HTTP_REQUESTS = "dure.http.requests";
    public static final String HTTP_SHED = "dure.http.shed";
    public static final String HTTP_UNDER_WAY = "dure.http.under.way";
    public static final String LIVE_LISTENERS = "dure.live.listeners";
    public static final String LIVE_CUT_OFF = "dure.live.cut.off";
    public static final String WEBHOOK_ATTEMPTS = "dure.webhook.attempts";
    public static final String WEBHOOK_WAITING = "dure.webhook.waiting";

    /** Tag: which group of projections. */
    static final String PROJECTION = "projection";
    /** Tag: code of a refusal. */
    static final String CODE = "code";
    /** Tag: class of the status of HTTP. */
    static final String STATUS = "status";
    /** Tag: what became of it. */
    static final String OUTCOME = "outcome";

    private Names() {}
}
