package kr.dure.core.participation;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;

/** A payout batch, by the operation that paid it. */
public record PayoutId(OperationId payout) implements StreamId {
    @Override
    public String value() {
        return payout.value();
    }

    @Override
    public String toString() {
        return "payout/" + payout.value();
    }
}
