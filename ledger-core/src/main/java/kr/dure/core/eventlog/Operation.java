package kr.dure.core.eventlog;

import java.time.Instant;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to the writer.
 *
 * @param digest keyed digest of the request's content, by which a repetition is told from another use of the id
 * @param at when it happens, or null for now by the writer's clock; a production ledger takes no other time
 * @param rehearsal whether it is only to be tried: answered as if, and forgotten
 */
public record Operation(
        OperationId id, byte[] digest, @Nullable Instant at, Command command, boolean rehearsal) {
    public Operation(OperationId id, byte[] digest, @Nullable Instant at, Command command) {
        this(id, digest, at, command, false);
    }
}
