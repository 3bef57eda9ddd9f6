package kr.dure.core.timebank;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.money.Minutes;
import kr.dure.core.timebank.TimeBankEvent.HelpProvided;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;
import kr.dure.core.timebank.TimeBankEvent.MemberJoined;
import kr.dure.core.timebank.TimeBankEvent.MinutesDonated;
import kr.dure.core.timebank.TimeBankEvent.MinutesReceived;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A member of the time bank: what it has, and what it ever provided. */
@AggregateRoot
public class Member {
    @AggregateIdentifier
    private @Nullable MemberId id;

    private Minutes balance = Minutes.ZERO;
    private Minutes provided = Minutes.ZERO;

    boolean hasJoined() {
        return id != null;
    }

    Minutes balance() {
        return balance;
    }

    /** How far below zero it may go: as far as it has helped, at most the overdraft. */
    Minutes floor(int overdraft) {
        return Minutes.ZERO.minus(provided.min(Minutes.of(overdraft)));
    }

    void record(TimeBankEvent event) {
        apply(event);
    }

    @EventSourcingHandler
    void on(TimeBankEvent event) {
        id = new MemberId(event.member());
        switch (event) {
            case MemberJoined joined -> balance = joined.start();
            case HelpReceived received -> balance = balance.minus(received.minutes());
            case HelpProvided help -> {
                balance = balance.plus(help.minutes());
                provided = provided.plus(help.minutes());
            }
            case MinutesDonated donated -> balance = balance.minus(donated.minutes());
            case MinutesReceived received -> balance = balance.plus(received.minutes());
        }
    }
}
