package kr.dure.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.account.Posting;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Unit;
import kr.dure.core.participation.ParticipationEvent.PayoutApproved;
import kr.dure.core.wallet.WalletEvent.EarningsPaid;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.ops.node.Town;

/** Folds the log by the posting rules, from where it stopped the last time, and counts what it finds. */
final class Conservation {
    private static final int PAGE = 10_000;

    private LogStore log;
    private final EventCodec codec = EventCodec.of(Town.features());
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<Unit, Long> sums = new HashMap<>();
    private long position;
    private Done found = Done.NOTHING;

    Conservation(LogStore log) {
        this.log = log;
    }

    List<String> differences(Done acknowledged) {
        for (var page = log.read(position, PAGE); !page.isEmpty(); page = log.read(position, PAGE)) {
            for (var event : page) {
                if (event.position() != position + 1) {
                    return List.of("a gap in the log after position " + position);
                }
                position = event.position();
                fold(codec.read(event));
            }
        }
        List<String> differences = new ArrayList<>();
        sums.forEach((unit, sum) -> {
            if (sum != 0) {
                differences.add("postings in " + unit + " add up to " + sum);
            }
        });
        balances.forEach((account, balance) -> {
            if (account.startsWith("wallet:") && balance < 0) {
                differences.add(account + " has " + balance);
            }
        });
        if (!found.equals(acknowledged)) {
            differences.add("the log holds " + found + ", acknowledged were " + acknowledged);
        }
        return differences;
    }

    long position() {
        return position;
    }

    /** Goes on after a position of the same ledger, opened anew. */
    void goOn(LogStore opened, long after) {
        log = opened;
        position = after;
    }

    private void fold(LedgerEvent event) {
        for (Posting posting : PostingRules.of(event)) {
            sums.merge(posting.unit(), posting.amount(), Math::addExact);
            if (posting.account().name().startsWith("wallet:")) {
                balances.merge(posting.account().name() + " " + posting.unit(), posting.amount(), Math::addExact);
            }
        }
        found = found.plus(
                switch (event) {
                    case MerchantPaid paid -> new Done(1, 1, paid.amount().value());
                    case DepositWeighed _ -> new Done(1, 1, 0);
                    case PayoutApproved _ -> new Done(1, 0, 0);
                    case EarningsPaid _ -> new Done(0, 1, 0);
                    default -> Done.NOTHING;
                });
    }
}
