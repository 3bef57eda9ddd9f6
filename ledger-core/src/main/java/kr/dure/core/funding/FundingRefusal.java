package kr.dure.core.funding;

import kr.dure.core.id.FundingRef;
import kr.dure.core.ledger.Refusal;

/** Why funding says no. */
public sealed interface FundingRefusal extends Refusal {
    record ReferenceUsed(String reference) implements FundingRefusal {}

    record DepositUnknown(FundingRef deposit) implements FundingRefusal {}
}
