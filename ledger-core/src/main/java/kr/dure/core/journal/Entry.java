package kr.dure.core.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.account.Account;
import kr.dure.core.account.Posting;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.money.Minutes;
import kr.dure.core.money.Points;
import kr.dure.core.money.Unit;
import kr.dure.core.money.Won;
import kr.dure.core.programme.Draw;
import kr.dure.core.wallet.GoneBack;
import org.jspecify.annotations.Nullable;

/** A journal entry in the making: credits and debits of one event, which must balance. */
final class Entry {
    private final List<Posting> postings = new ArrayList<>(6);

    Entry credit(Account account, Won amount) {
        return post(account, Unit.KRW, amount.value());
    }

    Entry debit(Account account, Won amount) {
        return post(account, Unit.KRW, -amount.value());
    }

    Entry move(Account from, Account to, Won amount) {
        return debit(from, amount).credit(to, amount);
    }

    Entry move(Account from, Account to, Points amount) {
        return post(from, Unit.POINT, -amount.value()).post(to, Unit.POINT, amount.value());
    }

    Entry move(Account from, Account to, Minutes amount) {
        return post(from, Unit.MINUTE, -amount.value()).post(to, Unit.MINUTE, amount.value());
    }

    /** What payers gave for an incentive. */
    Entry given(Won nation, Won city) {
        return debit(Account.INCENTIVE_NATION, nation).debit(Account.INCENTIVE_CITY, city);
    }

    /** What goes back to the payers of an incentive, and what exceeds it to the operating account. */
    Entry goneBack(@Nullable GoneBack back) {
        return back == null
                ? this
                : credit(Account.INCENTIVE_NATION, back.nation())
                        .credit(Account.INCENTIVE_CITY, back.city())
                        .credit(Account.EXPIRED, back.expired());
    }

    Entry drawn(ProgrammeId programme, List<Draw> draws) {
        draws.forEach(draw -> debit(Account.budget(programme, draw.line()), draw.amount()));
        return this;
    }

    private Entry post(Account account, Unit unit, long amount) {
        if (amount != 0) {
            postings.add(new Posting(account, unit, amount));
        }
        return this;
    }

    /** @throws IllegalStateException if a unit does not add up to zero: a posting rule is wrong */
    List<Posting> balanced() {
        Map<Unit, Long> sums = new EnumMap<>(Unit.class);
        for (Posting posting : postings) {
            sums.merge(posting.unit(), posting.amount(), Math::addExact);
        }
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalStateException("an entry does not balance: " + sums + " " + postings);
        }
        return Collections.unmodifiableList(postings);
    }
}
