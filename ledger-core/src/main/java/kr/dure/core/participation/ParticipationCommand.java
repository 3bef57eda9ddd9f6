package kr.dure.core.participation;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;

/** What can be asked of participation programmes. */
public sealed interface ParticipationCommand extends Command {
    /**
     * Pays a batch. Refused as a whole: {@code programme-unknown}, {@code wrong-kind}, {@code same-person},
     * {@code wallet-unknown} (any item), {@code not-a-resident} (any), {@code monthly-cap}, {@code budget-exhausted}.
     */
    record PayOut(OperationId payout, ProgrammeId programme, StaffId submittedBy, StaffId approvedBy, List<Item> items)
            implements ParticipationCommand {
        @Override
        public List<StreamId> streams() {
            List<StreamId> streams = new ArrayList<>(items.size() + 1);
            streams.add(new PayoutId(payout));
            items.forEach(item -> streams.add(item.wallet()));
            return streams;
        }
    }

    record Item(WalletId wallet, long minutes) {}
}
