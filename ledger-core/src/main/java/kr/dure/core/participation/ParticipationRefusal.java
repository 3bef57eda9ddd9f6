package kr.dure.core.participation;

import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Won;

/** Why a participation programme says no. */
public sealed interface ParticipationRefusal extends Refusal {
    record MonthlyCap(WalletId wallet, Won earned, Won amount, Won cap) implements ParticipationRefusal {}
}
