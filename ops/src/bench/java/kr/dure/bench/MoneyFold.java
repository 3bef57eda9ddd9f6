package kr.dure.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.account.Posting;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Unit;
import kr.dure.core.participation.ParticipationEvent.PayoutApproved;
import kr.dure.core.wallet.WalletEvent.EarningsPaid;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;

/** Folds the events that a subject has stored by the posting rules, and counts what it finds. */
public final class MoneyFold {
    private final Map<String, Long> wallets = new HashMap<>();
    private final Map<Unit, Long> sums = new HashMap<>();
    private Done found = Done.NOTHING;

    public void fold(LedgerEvent event) {
        for (Posting posting : PostingRules.of(event)) {
            sums.merge(posting.unit(), posting.amount(), Math::addExact);
            if (posting.account().name().startsWith("wallet:")) {
                wallets.merge(posting.account().name() + " " + posting.unit(), posting.amount(), Math::addExact);
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

    /** A sentence for each thing that is not as it should be. */
    public List<String> differences(Done acknowledged) {
        List<String> differences = new ArrayList<>();
        sums.forEach((unit, sum) -> {
            if (sum != 0) {
                differences.add("postings in " + unit + " add up to " + sum);
            }
        });
        wallets.forEach((wallet, balance) -> {
            if (balance < 0) {
                differences.add(wallet + " has " + balance);
            }
        });
        if (!found.equals(acknowledged)) {
            differences.add("stored are " + found + ", acknowledged were " + acknowledged);
        }
        return differences;
    }
}
