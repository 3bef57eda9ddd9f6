package kr.dure.api.approval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Attempt.End;
import kr.dure.api.approval.Proposal.Decision;
import kr.dure.api.approval.Proposal.Outcome;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Write;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StaffId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.reversal.ReversalEvent.OperationForbidden;
import kr.dure.core.vault.KeyedHash;
import org.springframework.transaction.support.TransactionOperations;

/** Ends proposals, each once, whatever is repeated and whoever dies. */
public final class Approvals {
    /** No client has this name: theirs hold a colon. */
    private static final String OURSELVES = "desk";

    private final Proposals proposals;
    private final Attempts attempts;
    private final TransactionOperations transactions;
    private final Kinds kinds;
    private final Counter counter;
    private final Facts facts;
    private final KeyedHash hash;

    public Approvals(
            Proposals proposals,
            Attempts attempts,
            TransactionOperations transactions,
            Kinds kinds,
            Counter counter,
            Facts facts,
            KeyedHash hash) {
        this.proposals = proposals;
        this.attempts = attempts;
        this.transactions = transactions;
        this.kinds = kinds;
        this.counter = counter;
        this.facts = facts;
        this.hash = hash;
    }

    /**
     * A proposal as it stands, what an attempt has done in the ledger included that nobody came back to tell.
     *
     * @throws Problem {@code not-found}, also for those who may not see it
     */
    public Proposal see(OperationId id, Caller caller) {
        var proposal = proposals.find(id).filter(p -> p.isSeenBy(caller)).orElseThrow(() -> Problem.of("not-found"));
        var open = attempts.open(proposal).orElse(null);
        return open != null && isDone(proposal, open) ? again(proposal) : proposal;
    }

    /** @throws Problem {@code not-found}, also if it is of another kind */
    public Proposal see(Kind<?> kind, OperationId id, Caller caller) {
        var proposal = see(id, caller);
        if (!proposal.kind().equals(kind.name())) {
            throw Problem.of("not-found");
        }
        return proposal;
    }

    // ------------------------------------------------------------------------------------------------ approval

    /**
     * Approves a proposal and lets the ledger do what it says. Refused, in this order: {@code digest-mismatch},
     * {@code same-person}, {@code beneficiary}, {@code proposal-not-open}, and whatever the ledger says no with.
     */
    public Proposal approve(Proposal proposal, String digest, Write write) {
        var kind = kinds.of(proposal);
        write.caller().mustBe(kind.approvers().toArray(Role[]::new));
        if (!digest.equals(proposal.digest())) {
            throw Problem.of("digest-mismatch");
        }
        if (proposal.isBy(write.caller())) {
            throw Problem.of("same-person");
        }
        requireNoBeneficiary(kind, proposal, write.caller());
        return write.rehearsal() ? rehearse(kind, proposal, write) : attempt(kind, proposal, write);
    }

    private <B> Proposal rehearse(Kind<B> kind, Proposal proposal, Write write) {
        if (!proposal.isOpen()) {
            throw Problem.of("proposal-not-open");
        }
        var command = command(kind, proposal, write.operation(), write.caller());
        var found = counter.submit(write, command, LedgerEvent.class);
        var outcome = new Outcome(write.operation(), found.position());
        var decision = new Decision(write.operation(), write.caller(), found.at(), null, null, outcome);
        return proposal.ended(State.APPROVED, decision);
    }

    private <B> Proposal attempt(Kind<B> kind, Proposal proposal, Write write) {
        var known = attempts.of(write.operation()).orElse(null);
        if (known != null) {
            requireSame(known.digest(), write);
            return goOn(kind, proposal, known);
        }
        settle(proposal);
        return goOn(kind, proposal, begin(proposal, write));
    }

    private <B> void requireNoBeneficiary(Kind<B> kind, Proposal proposal, Caller caller) {
        B content = proposals.content(proposal, kind.content());
        if (kind.beneficiaries(content).anyMatch(wallet -> wallet.value().equals(caller.name()))) {
            throw Problem.of("beneficiary");
        }
    }

    private static void requireSame(byte[] digest, Write write) {
        if (!Arrays.equals(digest, write.digest())) {
            throw Problem.of("id-reused");
        }
    }

    private Attempt begin(Proposal proposal, Write write) {
        return whileOpen(proposal, () -> {
            proposals.refused(proposal.id(), null);
            return attempts.begin(proposal, write);
        });
    }

    /** Whoever repeats an attempt hears how it ended; of one that is open, the ledger is asked. */
    private <B> Proposal goOn(Kind<B> kind, Proposal proposal, Attempt attempt) {
        return switch (attempt.end()) {
            case ACCEPTED -> again(proposal);
            case REFUSED -> throw Problem.of(String.valueOf(attempt.refusal()));
            case OVERTAKEN -> throw Problem.of("proposal-not-open");
            case OPEN -> ask(kind, proposal, attempt);
        };
    }

    private <B> Proposal ask(Kind<B> kind, Proposal proposal, Attempt attempt) {
        var operation = operation(proposal, attempt);
        var command = command(kind, proposal, operation, attempt.by());
        try {
            var write = new Write(attempt.by(), operation, agreed(proposal, attempt), false);
            accepted(proposal, attempt, counter.submit(write, command, LedgerEvent.class));
            return again(proposal);
        } catch (Problem problem) {
            if (problem.passes()) {
                throw problem;
            }
            if (problem.code().equals("id-reused")) {
                attempts.end(attempt, End.OVERTAKEN, null);
                throw Problem.of("proposal-not-open");
            }
            refused(proposal, attempt, problem.code());
            throw problem;
        }
    }

    private <B> Command command(Kind<B> kind, Proposal proposal, OperationId operation, Caller approver) {
        B content = proposals.content(proposal, kind.content());
        return kind.command(content, new Agreement(operation, proposal.proposer(), new StaffId(approver.name())));
    }

    private OperationId operation(Proposal proposal, Attempt attempt) {
        return hash.operationOf(OURSELVES, "proposal", proposal.id().value() + "/" + attempt.number());
    }

    private byte[] agreed(Proposal proposal, Attempt attempt) {
        return hash.requestDigest((proposal.digest() + attempt.by().client()).getBytes(StandardCharsets.UTF_8));
    }

    private void accepted(Proposal proposal, Attempt attempt, Found<?> found) {
        var outcome = new Outcome(operation(proposal, attempt), found.position());
        transactions.executeWithoutResult(status -> {
            attempts.end(attempt, End.ACCEPTED, null);
            proposals.approved(proposal.id(), attempt, found.at(), outcome);
        });
    }

    private void refused(Proposal proposal, Attempt attempt, String code) {
        transactions.executeWithoutResult(status -> {
            attempts.end(attempt, End.REFUSED, code);
            proposals.refused(proposal.id(), code);
        });
    }

    // ------------------------------------------------------------------------------------------------ the other ends

    /**
     * Refused: {@code same-person}, for whom there is the withdrawal; {@code proposal-not-open}.
     *
     * @throws Problem if the grounds name no rule of a kind that has rules, or one of a kind that has none
     */
    Proposal reject(Proposal proposal, Grounds grounds, Write write) {
        var kind = kinds.of(proposal);
        write.caller().mustBe(kind.approvers().toArray(Role[]::new));
        boolean named = kind.rules().isEmpty()
                ? grounds.rule() == null
                : grounds.rule() != null && kind.rules().contains(grounds.rule());
        if (!named) {
            throw Problem.invalid("/rule", "is one of " + new TreeSet<>(kind.rules()));
        }
        if (proposal.isBy(write.caller())) {
            throw Problem.of("same-person");
        }
        return end(proposal, State.REJECTED, grounds, write);
    }

    /** By whoever proposed it. Refused: {@code proposal-not-open}. */
    public Proposal withdraw(Proposal proposal, Write write) {
        if (!proposal.proposedBy().equals(write.caller())) {
            throw Problem.of("not-allowed");
        }
        return end(proposal, State.WITHDRAWN, Grounds.NONE, write);
    }

    private Proposal end(Proposal proposal, State state, Grounds grounds, Write write) {
        var decision = proposal.decision();
        if (decision != null && decision.request().equals(write.operation())) {
            if (!grounds.equals(new Grounds(decision.rule(), decision.reason()))) {
                throw Problem.of("id-reused");
            }
            return proposal;
        }
        if (write.rehearsal()) {
            return proposals.asIfEnded(requireOpen(proposal), state, grounds, write);
        }
        settle(proposal);
        return whileOpen(proposal, () -> {
            proposals.ended(proposal.id(), state, grounds, write);
            return again(proposal);
        });
    }

    // ------------------------------------------------------------------------------------------------ what is open

    /** Ends an attempt of which nobody knows the end: it has happened, or it never will. */
    private void settle(Proposal proposal) {
        attempts.open(proposal).ifPresent(open -> {
            counter.forbid(operation(proposal, open));
            if (!isDone(proposal, open)) {
                attempts.end(open, End.OVERTAKEN, null);
            }
        });
    }

    /** Whether the ledger has done it; if so, that is noted. */
    private boolean isDone(Proposal proposal, Attempt attempt) {
        Optional<Found<LedgerEvent>> done = facts.operation(operation(proposal, attempt), LedgerEvent.class)
                .filter(found -> !(found.fact() instanceof OperationForbidden));
        done.ifPresent(found -> accepted(proposal, attempt, found));
        return done.isPresent();
    }

    private interface Step<T> {
        T take();
    }

    /** @throws Problem {@code proposal-not-open}, or {@code in-progress} if somebody approves it this moment */
    private <T> T whileOpen(Proposal proposal, Step<T> step) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var now = requireOpen(proposals.lock(proposal.id()));
            if (attempts.open(now).isPresent()) {
                throw Problem.passing("in-progress");
            }
            return step.take();
        }));
    }

    private static Proposal requireOpen(Proposal proposal) {
        if (!proposal.isOpen()) {
            throw Problem.of("proposal-not-open");
        }
        return proposal;
    }

    private Proposal again(Proposal proposal) {
        return proposals.find(proposal.id()).orElseThrow();
    }
}
