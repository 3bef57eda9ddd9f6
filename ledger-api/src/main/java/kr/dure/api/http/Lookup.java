package kr.dure.api.http;

import java.util.function.Predicate;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;

/** Finds what the ledger has accepted, for those who may see it. Whoever may not does not get to know that it is there. */
public final class Lookup {
    private final Facts facts;

    public Lookup(Facts facts) {
        this.facts = facts;
    }

    /** @throws Problem {@code not-found} */
    public <E extends LedgerEvent> Found<E> find(OperationId operation, Class<E> kind, Predicate<E> mayBeSeen) {
        return find(operation, kind, mayBeSeen, "not-found");
    }

    /** @param otherwise the code of the problem that is thrown if there is no such thing, or it may not be seen */
    public <E extends LedgerEvent> Found<E> find(
            OperationId operation, Class<E> kind, Predicate<E> mayBeSeen, String otherwise) {
        return facts.operation(operation, kind)
                .filter(found -> mayBeSeen.test(found.fact()))
                .orElseThrow(() -> Problem.of(otherwise));
    }
}
