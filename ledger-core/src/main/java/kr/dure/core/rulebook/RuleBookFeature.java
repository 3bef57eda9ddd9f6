package kr.dure.core.rulebook;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;

/** The rule book, and how it changes. */
public final class RuleBookFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(RuleBookEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        assembly.book(RuleBook.class, RuleBook::byDefault, List.of());
        assembly.aggregate(Ordinance.class, "rulebook", Ordinance::new);
    }
}
