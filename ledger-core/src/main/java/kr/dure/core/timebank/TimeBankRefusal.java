package kr.dure.core.timebank;

import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Minutes;

/** Why the time bank says no. */
public sealed interface TimeBankRefusal extends Refusal {
    record NotAMember(WalletId wallet) implements TimeBankRefusal {}

    record JoinedAlready(WalletId wallet) implements TimeBankRefusal {}

    /** Under the age, or without a birth date on record. */
    record TooYoung(WalletId wallet, int minimumAge) implements TimeBankRefusal {}

    record GuardianConsentMissing(WalletId wallet) implements TimeBankRefusal {}

    record ExcludedActivity(String activity) implements TimeBankRefusal {}

    /** @param floor how far below zero the member may go */
    record OverdraftLimit(Minutes balance, Minutes minutes, Minutes floor) implements TimeBankRefusal {}

    record InsufficientMinutes(Minutes balance, Minutes minutes) implements TimeBankRefusal {}
}
