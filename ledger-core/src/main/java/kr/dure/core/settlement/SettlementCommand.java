package kr.dure.core.settlement;

import java.util.List;
import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.Command;

/** What can be asked of settlement. */
public sealed interface SettlementCommand extends Command {
    BatchId batch();

    @Override
    default List<BatchId> streams() {
        return List.of(batch());
    }

    /** Ends a day and drafts its batch. Refused: {@code wrong-date}, {@code batch-exists}. */
    record EndDay(BatchId batch) implements SettlementCommand {}

    /** What the bank said. Refused: {@code batch-unknown}, {@code not-in-batch}. */
    record AnswerBatch(BatchId batch, List<MerchantId> paid, List<MerchantId> rejected) implements SettlementCommand {}
}
