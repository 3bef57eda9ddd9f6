package kr.dure.core.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A fact of the ledger, in the past tense, never changed. Each feature has one sealed family of them; the log knows each
 * by its {@link EventType}, never by its class name.
 */
public interface LedgerEvent {
    /** True of what time did by itself, such as a hold that lapsed: it belongs to no operation. */
    default boolean ofTime() {
        return false;
    }

    /** What this event is the latest word on, so that it is found by it: a payment, a hold, a charge, a person. */
    default @Nullable Subject subject() {
        return null;
    }
}
