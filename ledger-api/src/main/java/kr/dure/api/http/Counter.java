package kr.dure.api.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.log.Found;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.reversal.ReversalCommand.ForbidOperation;
import kr.dure.core.reversal.ReversalEvent.OperationForbidden;
import kr.dure.core.wallet.WalletCommand.SendGift;

/** Where requests to write are handed in to the ledger, and answered. */
public final class Counter {
    /** More than that under way is not worked off in the time for which somebody waits. */
    private static final int MOST_UNDER_WAY = 1_024;

    /** The digest of no request at all. */
    private static final byte[] NOTHING_ASKED = new byte[32];

    private static final String OWN_SHORTAGE = "insufficient-balance";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final Set<OperationId> underWay = ConcurrentHashMap.newKeySet();

    public Counter(Desk desk) {
        this.desk = desk;
    }

    /**
     * Hands a command in and waits for its answer.
     *
     * @param kind what the command's first event is
     * @return that event
     * @throws Problem if the ledger refuses, or cannot answer now
     */
    public <E extends LedgerEvent> Found<E> submit(Write write, Command command, Class<E> kind) {
        var operation = new Operation(write.operation(), write.digest(), null, command, write.rehearsal());
        return switch (answer(operation)) {
            case Answer.Accepted accepted -> found(accepted, kind);
            case Answer.Refused refused ->
                throw Problem.refused(
                        refused.code(), concerns(write.caller(), command, refused.code()) ? refused.figures() : null);
            case Answer.IdReused _ -> throw Problem.of(Answer.IdReused.CODE);
            case Answer.TimeWentBack back -> throw new IllegalStateException(unexpected(back));
        };
    }

    /**
     * Takes an operation's id, so that it cannot be done any more.
     *
     * @return empty if it was done, or refused, before
     */
    public Optional<Found<OperationForbidden>> forbid(OperationId operation) {
        return switch (answer(new Operation(operation, NOTHING_ASKED, null, new ForbidOperation(operation)))) {
            case Answer.Accepted accepted -> Optional.of(found(accepted, OperationForbidden.class));
            case Answer.IdReused _ -> Optional.empty();
            case Answer other -> throw new IllegalStateException(unexpected(other));
        };
    }

    /** What a wallet holds is its holder's matter, and no shop's; nor is it the matter of whoever sends a gift there. */
    private static boolean concerns(Caller caller, Command command, String code) {
        boolean ofReceiver = command instanceof SendGift && !code.equals(OWN_SHORTAGE);
        return caller.is(Role.RESIDENT) && !ofReceiver;
    }

    private static String unexpected(Answer answer) {
        return "the writer answered " + answer;
    }

    private static <E extends LedgerEvent> Found<E> found(Answer.Accepted accepted, Class<E> kind) {
        return new Found<>(kind.cast(accepted.event()), accepted.at(), accepted.position());
    }

    private Answer answer(Operation operation) {
        if (!underWay.add(operation.id())) {
            throw Problem.passing("in-progress");
        }
        if (!room.tryAcquire()) {
            underWay.remove(operation.id());
            throw Problem.passing("busy");
        }
        return await(handIn(operation));
    }

    private CompletableFuture<Answer> handIn(Operation operation) {
        try {
            return desk.submit(operation).whenComplete((answer, failure) -> leave(operation));
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            leave(operation);
            throw Problem.passing("not-now", shutdown);
        } catch (RuntimeException | Error failure) {
            leave(operation);
            throw failure;
        }
    }

    private void leave(Operation operation) {
        underWay.remove(operation.id());
        room.release();
    }

    private static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw Problem.passing("outcome-unknown", late);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw Problem.passing("outcome-unknown", shutdown);
        } catch (ExecutionException failure) {
            throw switch (failure.getCause()) {
                case NobodyDecides _, LogUnavailable _ -> Problem.passing("not-now", failure);
                case OutcomeUnknown _ -> Problem.passing("outcome-unknown", failure);
                case null, default -> new IllegalStateException(failure.getCause());
            };
        }
    }
}
