package kr.dure.api.webhook;

/** Is told what becomes of messages. */
@FunctionalInterface
public interface WebhookMetrics {
    /** @param nanos until that was known */
    void attempted(boolean delivered, long nanos);
}
