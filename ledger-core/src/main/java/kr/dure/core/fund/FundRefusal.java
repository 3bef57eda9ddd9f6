package kr.dure.core.fund;

import kr.dure.core.id.FundAccount;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Won;

/** Why the fund says no. */
public sealed interface FundRefusal extends Refusal {
    record AccountUnknown(FundAccount account) implements FundRefusal {}

    record NotAnInstitution(WalletId wallet) implements FundRefusal {}

    /** @param inflow all that flowed into the account, of which a share must stay */
    record InsufficientFund(FundAccount account, Won balance, Won inflow, Won amount) implements FundRefusal {}
}
