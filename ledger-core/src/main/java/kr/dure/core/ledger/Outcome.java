package kr.dure.core.ledger;

/** How an operation ended. Either answer is kept, and given again to whoever repeats the operation. */
public sealed interface Outcome permits Outcome.Accepted, Refusal {
    Accepted ACCEPTED = new Accepted();

    /** It happened, and its events are in the log. */
    record Accepted() implements Outcome {}
}
