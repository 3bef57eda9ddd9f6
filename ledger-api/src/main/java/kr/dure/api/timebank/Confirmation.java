package kr.dure.api.timebank;

import kr.dure.api.http.Counter;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Write;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.api.timebank.Match.State;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Minutes;
import kr.dure.core.timebank.TimeBankCommand.Help;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;

/** Moves the minutes of a match, once, whatever is repeated and whoever dies. */
public final class Confirmation {
    private final Board board;
    private final Counter counter;
    private final Facts facts;

    public Confirmation(Board board, Counter counter, Facts facts) {
        this.board = board;
        this.counter = counter;
        this.facts = facts;
    }

    Found<HelpReceived> of(Match match, Write write) {
        if (!write.rehearsal()) {
            settleEarlier(match, write.operation());
            boolean goesOn = board.confirming(match.match(), write.operation())
                    || write.operation().equals(match.confirming());
            if (!goesOn) {
                throw Problem.of("match-not-ready");
            }
        } else if (match.state() != State.DONE) {
            throw Problem.of("match-not-ready");
        }
        return help(match, write);
    }

    private Found<HelpReceived> help(Match match, Write write) {
        var command = new Help(
                write.operation(),
                new WalletId(match.requester()),
                new WalletId(match.provider()),
                Minutes.of(match.minutes()),
                match.activity());
        try {
            var help = counter.submit(write, command, HelpReceived.class);
            if (!write.rehearsal()) {
                board.change(match.match(), State.DONE, State.CONFIRMED);
            }
            return help;
        } catch (Problem problem) {
            if (!problem.passes()) {
                board.notConfirmed(match.match(), write.operation());
            }
            throw problem;
        }
    }

    /** Whoever tried before and was not heard of again has moved the minutes, or never will. */
    private void settleEarlier(Match match, OperationId now) {
        var earlier = match.confirming();
        if (match.state() != State.DONE || earlier == null || earlier.equals(now)) {
            return;
        }
        counter.forbid(earlier);
        if (facts.operation(earlier, HelpReceived.class).isPresent()) {
            board.change(match.match(), State.DONE, State.CONFIRMED);
        } else {
            board.notConfirmed(match.match(), earlier);
        }
    }
}
