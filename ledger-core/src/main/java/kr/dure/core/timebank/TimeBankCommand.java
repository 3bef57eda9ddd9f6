package kr.dure.core.timebank;

import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.money.Minutes;

/** What can be asked of the time bank. */
public sealed interface TimeBankCommand extends Command {
    /** Refused: {@code wallet-unknown}, {@code joined-already}, {@code too-young}, {@code guardian-consent-missing}. */
    record JoinTimeBank(WalletId wallet) implements TimeBankCommand {
        @Override
        public List<StreamId> streams() {
            return List.of(wallet, new MemberId(wallet));
        }
    }

    /**
     * Refused: {@code not-a-member} (either), {@code same-wallet}, {@code wallet-frozen} (requester),
     * {@code excluded-activity}, {@code overdraft-limit}.
     */
    record Help(OperationId help, WalletId requester, WalletId provider, Minutes minutes, String activity)
            implements TimeBankCommand {
        @Override
        public List<StreamId> streams() {
            return List.of(requester, new MemberId(requester), new MemberId(provider));
        }
    }

    /**
     * Refused: {@code not-a-member} (either), {@code same-wallet}, {@code wallet-frozen} (from),
     * {@code insufficient-minutes}.
     */
    record DonateMinutes(OperationId donation, WalletId from, WalletId to, Minutes minutes) implements TimeBankCommand {
        @Override
        public List<StreamId> streams() {
            return List.of(from, new MemberId(from), new MemberId(to));
        }
    }
}
