package kr.dure.core.ledger;

import kr.dure.core.id.FundingRef;
import kr.dure.core.id.OperationId;

/** What a later event is about. The log finds the latest event on a subject; that keeps old things out of memory. */
public record Subject(String name) {
    /** Refunds of a payment. */
    public static Subject payment(OperationId payment) {
        return new Subject("payment:" + payment.value());
    }

    /** The end of a hold: captured, voided, lapsed. */
    public static Subject hold(OperationId hold) {
        return new Subject("hold:" + hold.value());
    }

    /** The cancellation of a charge. */
    public static Subject charge(OperationId charge) {
        return new Subject("charge:" + charge.value());
    }

    /** The charge that a funding paid for. */
    public static Subject funding(FundingRef funding) {
        return new Subject("funding:" + funding.value());
    }

    /** The charge that was asked for under a reference. */
    public static Subject reference(String reference) {
        return new Subject("reference:" + reference);
    }

    /** The deposit that paid for a charge that was asked for. */
    public static Subject order(OperationId charge) {
        return new Subject("order:" + charge.value());
    }

    /** The wallet of a person, who is known only by a keyed hash. */
    public static Subject person(String personHash) {
        return new Subject("person:" + personHash);
    }
}
