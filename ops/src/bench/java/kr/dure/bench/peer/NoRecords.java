package kr.dure.bench.peer;

import java.util.Optional;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;

/** Nothing has happened before: only opening and charging ask, and the benchmark never does either twice. */
final class NoRecords implements Records {
    @Override
    public Optional<Recorded<LedgerEvent>> operation(OperationId operation) {
        return Optional.empty();
    }

    @Override
    public Optional<Recorded<LedgerEvent>> latestOn(Subject subject) {
        return Optional.empty();
    }
}
