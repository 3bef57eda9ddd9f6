package kr.dure.api.participation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.participation.PayoutBatch.Item;
import kr.dure.api.programme.BatchCheck;
import kr.dure.api.programme.BatchReport;
import kr.dure.api.programme.BatchReport.RowProblem;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.wallet.Holder;
import org.jspecify.annotations.Nullable;

/** Looks a payout batch through, row by row. */
public final class PayoutCheck {
    private final BatchCheck batches;
    private final Earnings earnings;
    private final Clock clock;

    public PayoutCheck(BatchCheck batches, Earnings earnings, Clock clock) {
        this.batches = batches;
        this.earnings = earnings;
        this.clock = clock;
    }

    BatchReport of(PayoutBatch batch) {
        var terms = batches.terms(batch.programme(), ProgrammeKind.PARTICIPATION);
        var holders = batches.holders(batch.items().stream().map(Item::wallet).toList());
        var earned = earned(batch, terms);
        List<RowProblem> problems = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < batch.items().size(); i++) {
            var item = batch.items().get(i);
            total = Math.addExact(total, item.won(terms));
            long ofMonth = earned.merge(item.wallet(), item.won(terms), Math::addExact);
            String code = code(holders.get(item.wallet()), ofMonth, terms);
            if (code != null) {
                problems.add(new RowProblem(i + 1, item.wallet().value(), code));
            }
        }
        return batches.report(batch.programme(), batch.items().size(), total, problems);
    }

    /** Where there is no cap, nobody asks. */
    private Map<WalletId, Long> earned(PayoutBatch batch, Terms terms) {
        return terms.monthlyCap() == null
                ? new HashMap<>()
                : earnings.of(batch.programme(), new Moment(clock.instant()).month());
    }

    private static @Nullable String code(@Nullable Holder holder, long ofMonth, Terms terms) {
        if (holder == null) {
            return "wallet-unknown";
        }
        if (holder != Holder.RESIDENT) {
            return "not-a-resident";
        }
        var cap = terms.monthlyCap();
        return cap != null && ofMonth > cap.value() ? "monthly-cap" : null;
    }
}
