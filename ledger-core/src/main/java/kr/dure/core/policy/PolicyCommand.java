package kr.dure.core.policy;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.money.Won;

/** What can be asked of policy programmes. */
public sealed interface PolicyCommand extends Command {
    /**
     * Refused: {@code programme-unknown}, {@code wrong-kind}, {@code wallet-unknown}, {@code budget-exhausted}. A grant
     * after the programme's last day is accepted; it cannot be spent.
     */
    record Grant(OperationId grant, ProgrammeId programme, WalletId wallet, Won amount) implements PolicyCommand {
        @Override
        public List<WalletId> streams() {
            return List.of(wallet);
        }
    }

    /**
     * Grants to many at once. Refused as a whole: {@code programme-unknown}, {@code wrong-kind}, {@code same-person},
     * {@code wallet-unknown} (any item), {@code budget-exhausted}.
     */
    record GrantToMany(
            OperationId grants, ProgrammeId programme, StaffId submittedBy, StaffId approvedBy, List<Item> items)
            implements PolicyCommand {
        @Override
        public List<StreamId> streams() {
            List<StreamId> streams = new ArrayList<>(items.size() + 1);
            streams.add(new GrantBatchId(grants));
            items.forEach(item -> streams.add(item.wallet()));
            return streams;
        }
    }

    record Item(WalletId wallet, Won amount) {}
}
