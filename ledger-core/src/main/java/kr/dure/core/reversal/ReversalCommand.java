package kr.dure.core.reversal;

import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;

/** What can be asked about an operation whose outcome nobody knows. */
public sealed interface ReversalCommand extends Command {
    /** Takes an operation's own id, under which it can then not be done any more. Never refused. */
    record ForbidOperation(OperationId operation) implements ReversalCommand {}
}
