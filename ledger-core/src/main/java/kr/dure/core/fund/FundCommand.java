package kr.dure.core.fund;

import java.util.List;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.money.Won;

/** What can be asked of the local fund. */
public sealed interface FundCommand extends Command {
    WalletId wallet();

    @Override
    default List<WalletId> streams() {
        return List.of(wallet());
    }

    /** Refused: {@code wallet-unknown}, {@code account-unknown}, {@code wallet-frozen}, {@code insufficient-balance}. */
    record Donate(OperationId donation, WalletId wallet, Won amount, FundAccount account) implements FundCommand {}

    /** Refused: {@code same-person}, {@code wallet-unknown}, {@code not-an-institution}, {@code insufficient-fund}. */
    record SpendFund(
            OperationId disbursement,
            FundAccount account,
            WalletId wallet,
            Won amount,
            StaffId proposedBy,
            StaffId approvedBy)
            implements FundCommand {}
}
