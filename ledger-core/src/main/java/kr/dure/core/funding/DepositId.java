package kr.dure.core.funding;

import kr.dure.core.id.FundingRef;
import kr.dure.core.id.StreamId;

/** A deposit, by the bank's own name for it. */
public record DepositId(FundingRef deposit) implements StreamId {
    @Override
    public String value() {
        return deposit.value();
    }

    @Override
    public String toString() {
        return "deposit/" + deposit.value();
    }
}
