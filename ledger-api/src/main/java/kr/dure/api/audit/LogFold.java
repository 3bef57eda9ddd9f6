package kr.dure.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.dure.core.account.Account;
import kr.dure.core.account.Posting;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Unit;

/** The order of the log, and every balance that its events add up to. */
final class LogFold {
    private final Differences differences;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> operations = new HashSet<>();
    private final Map<AccountUnit, Long> balances = new HashMap<>();
    private final Set<AccountUnit> changed = new HashSet<>();
    private final Closings closings = new Closings();
    private LocalDate day = LocalDate.EPOCH;
    private long position;
    private Instant latest = Instant.MIN;

    LogFold(Differences differences) {
        this.differences = differences;
    }

    record AccountUnit(Account account, Unit unit) {
        @Override
        public String toString() {
            return account.name() + " in " + unit;
        }
    }

    void fold(StoredEvent stored, LedgerEvent event) {
        if (stored.position() != position + 1) {
            differences.add(
                    "position " + (position + 1) + " is missing: after " + position + " comes " + stored.position());
        }
        position = stored.position();
        if (stored.at().isBefore(latest)) {
            differences.add("time goes back at position " + position + ": from " + latest + " to " + stored.at());
        }
        latest = stored.at();
        differences.compare(
                "the sequence of " + stored.stream() + " at position " + position,
                sequences.getOrDefault(stored.stream(), -1L) + 1,
                stored.sequence());
        sequences.put(stored.stream(), stored.sequence());
        if (stored.operation() != null && !operations.add(stored.operation())) {
            differences.add("operation " + stored.operation() + " is there again at position " + position);
        }
        closeDayBefore(new Moment(stored.at()).date());
        for (Posting posting : PostingRules.of(event)) {
            changed.add(new AccountUnit(posting.account(), posting.unit()));
            balances.merge(new AccountUnit(posting.account(), posting.unit()), posting.amount(), Math::addExact);
        }
    }

    /** What only passes through between two wallets has no closing balance. */
    private void closeDayBefore(LocalDate today) {
        if (!today.equals(day)) {
            for (AccountUnit account : changed) {
                if (!account.account().name().startsWith("transit:")) {
                    closings.add(day.toString(), account, balances.getOrDefault(account, 0L));
                }
            }
            changed.clear();
            day = today;
        }
    }

    /** Of all days that are over. */
    Closings closings() {
        return closings;
    }

    long position() {
        return position;
    }

    Map<AccountUnit, Long> balances() {
        return balances;
    }

    long balance(Account account, Unit unit) {
        return balances.getOrDefault(new AccountUnit(account, unit), 0L);
    }
}
