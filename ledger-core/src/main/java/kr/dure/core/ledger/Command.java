package kr.dure.core.ledger;

import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.vault.PersonalData;
import org.jspecify.annotations.Nullable;

/** What somebody asks of the ledger. It names what deciding it will need, so that this is loaded before its turn. */
public interface Command {
    /** The streams of the aggregates that will decide; a command that one aggregate handles names that one first. */
    default List<? extends StreamId> streams() {
        return List.of();
    }

    /** Earlier operations that it refers to: the payment to refund, the hold to capture. */
    default List<OperationId> operations() {
        return List.of();
    }

    /** Personal data that goes to the vault if the command is accepted. */
    default @Nullable PersonalData personalData() {
        return null;
    }

    /** Subjects on which the latest event matters. */
    default List<Subject> subjects() {
        return List.of();
    }

    /** Whether it looks for expired money in all wallets. */
    default boolean sweepsExpired() {
        return false;
    }
}
