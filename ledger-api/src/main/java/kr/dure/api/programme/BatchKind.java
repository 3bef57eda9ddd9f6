package kr.dure.api.programme;

import java.util.Optional;
import java.util.stream.Stream;
import kr.dure.api.approval.Kind;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;

/** A kind of batch that a programme pays. */
public interface BatchKind<B> extends Kind<B> {
    /** Where such batches are found, such as {@code /api/v1/payout-batches}. */
    String path();

    ProgrammeId programme(B batch);

    Stream<Row> rows(B batch);

    /** What a row's value is, as a title. */
    String column();

    BatchReport check(B batch);

    /** What the ledger has paid. */
    Optional<BatchView.Paid> paid(OperationId operation);

    @Override
    default Stream<WalletId> beneficiaries(B batch) {
        return rows(batch).map(Row::wallet);
    }

    /** @param value as it was asked for: minutes, or won */
    record Row(WalletId wallet, long value) {}
}
