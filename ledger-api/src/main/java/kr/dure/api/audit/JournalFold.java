package kr.dure.api.audit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.dure.api.journal.AccountClass;
import kr.dure.api.projection.Fact;
import kr.dure.core.account.Posting;

/** Every balance and every flow, added up from the posting rules alone, and the tables of the journal held against them. */
final class JournalFold {
    private final PostingTable postings;
    private final DailyTable closings;
    private final Map<InUnit, Balance> balances = new HashMap<>();
    private final Map<String, Flow> flows = new HashMap<>();
    private final Set<InUnit> changed = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    JournalFold(PostingTable postings, DailyTable closings) {
        this.postings = postings;
        this.closings = closings;
    }

    record Balance(long amount, LocalDate day) {
        @Override
        public String toString() {
            return amount + ", last changed on " + day;
        }
    }

    record Flow(long credits, long debits) {
        Flow plus(Flow other) {
            return new Flow(Math.addExact(credits, other.credits), Math.addExact(debits, other.debits));
        }
    }

    void fold(Fact fact) throws SQLException {
        if (fact.day().isAfter(day)) {
            closeDay();
            day = fact.day();
        }
        postings.compare(fact);
        fact.postings().forEach(posting -> fold(fact, posting));
    }

    private void fold(Fact fact, Posting posting) {
        var account = InUnit.of(posting);
        changed.add(account);
        var balance = balances.merge(
                account,
                new Balance(posting.amount(), fact.day()),
                (before, now) -> new Balance(Math.addExact(before.amount, now.amount), now.day));
        if (balance.amount == 0 && AccountClass.isTransit(account.account())) {
            balances.remove(account);
            changed.remove(account);
        }
        if (AccountClass.isIssuers(account.account())) {
            long credit = Math.max(0, posting.amount());
            flows.merge(account + ", " + fact.type(), new Flow(credit, credit - posting.amount()), Flow::plus);
        }
    }

    private void closeDay() throws SQLException {
        Map<InUnit, Long> closing = new HashMap<>();
        changed.forEach(account -> closing.put(account, amount(account)));
        if (!closing.isEmpty()) {
            closings.compare(day, closing);
        }
        changed.clear();
    }

    void compare(Comparison tables) throws SQLException {
        postings.end();
        closings.end();
        tables.of(
                "balances",
                balances,
                "select account, unit, amount, day - date '1970-01-01' from balance",
                InUnit::read,
                row -> new Balance(row.getLong(3), LocalDate.ofEpochDay(row.getLong(4))));
        Map<InUnit, Long> sums = new HashMap<>();
        balances.forEach((account, balance) -> {
            if (balance.amount != 0) {
                sums.put(account, balance.amount);
            }
        });
        tables.of(
                "journal sums",
                sums,
                "select account, unit, sum(amount)::bigint from posting group by 1, 2 having sum(amount) <> 0",
                InUnit::read,
                row -> row.getLong(3));
        tables.of(
                "flows",
                flows,
                "select account, unit, credits, debits, type from flow",
                row -> InUnit.read(row) + ", " + row.getString(5),
                row -> new Flow(row.getLong(3), row.getLong(4)));
    }

    Map<InUnit, Balance> balances() {
        return balances;
    }

    /** Zero for an account that nothing was posted to. */
    long amount(InUnit account) {
        var balance = balances.get(account);
        return balance == null ? 0 : balance.amount;
    }
}
