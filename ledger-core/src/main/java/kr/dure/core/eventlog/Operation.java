package kr.dure.core.eventlog;

import java.time.Instant;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to the writer.
 *
 * @param digest keyed digest of the request's content, by which a repetition is told from another use of the id
 * @param at when it happens: of a simulation ledger always, of a production ledger never
 */
public record Operation(
        OperationId id, byte[] digest, @Nullable Instant at, Command command) {}
