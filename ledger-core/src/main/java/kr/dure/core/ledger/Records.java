package kr.dure.core.ledger;

import java.util.Optional;
import kr.dure.core.id.OperationId;

/** What the log already holds, found by id: so that no aggregate has to remember its past for ever. */
public interface Records {
    /** The first event of an accepted operation. */
    Optional<Recorded<LedgerEvent>> operation(OperationId operation);

    /** The latest event on a subject. */
    Optional<Recorded<LedgerEvent>> latestOn(Subject subject);

    /** The first event of an operation, if it is of the wanted kind. */
    default <E extends LedgerEvent> Optional<Recorded<E>> operation(OperationId operation, Class<E> kind) {
        return operation(operation).flatMap(found -> found.as(kind));
    }
}
