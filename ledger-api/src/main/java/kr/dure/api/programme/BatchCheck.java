package kr.dure.api.programme;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Times;
import kr.dure.api.log.Facts;
import kr.dure.api.programme.BatchReport.RowProblem;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletEvent.WalletOpened;

/** Looks a batch through before anybody approves it. What it finds is for people: the ledger checks again. */
public final class BatchCheck {
    private final ProgrammeQueries programmes;
    private final Facts facts;
    private final Clock clock;

    public BatchCheck(ProgrammeQueries programmes, Facts facts, Clock clock) {
        this.programmes = programmes;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws Problem {@code programme-unknown}, {@code wrong-kind} */
    public Terms terms(ProgrammeId programme, ProgrammeKind kind) {
        var terms = programmes
                .opened(programme)
                .orElseThrow(() -> Problem.of("programme-unknown"))
                .fact()
                .terms();
        if (terms.kind() != kind) {
            throw Problem.of("wrong-kind");
        }
        return terms;
    }

    /** Those of some wallets that there are, and what their holders are. */
    public Map<WalletId, Holder> holders(Collection<WalletId> wallets) {
        Map<WalletId, Holder> holders = new HashMap<>();
        for (var opened : facts.firsts(new HashSet<>(wallets), WalletOpened.class)) {
            holders.put(opened.fact().wallet(), opened.fact().holder());
        }
        return holders;
    }

    public BatchReport report(ProgrammeId programme, int rows, long total, List<RowProblem> problems) {
        long left = programmes.find(programme).map(ProgrammeView::left).orElse(0L);
        boolean exhausted = total > left;
        return new BatchReport(
                rows,
                total,
                left,
                problems.isEmpty() && !exhausted,
                exhausted ? "budget-exhausted" : null,
                problems,
                Times.korean(clock.instant()));
    }
}
