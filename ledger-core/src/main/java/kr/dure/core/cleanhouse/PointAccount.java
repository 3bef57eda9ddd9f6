package kr.dure.core.cleanhouse;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import kr.dure.core.cleanhouse.CleanHouseEvent.BagsBought;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.cleanhouse.CleanHouseEvent.PointsConverted;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Points;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The points of one wallet, and the grams that it brought on its latest day. */
@AggregateRoot
public class PointAccount {
    @AggregateIdentifier
    private @Nullable PointsId id;

    private Points balance = Points.ZERO;
    private LocalDate day = LocalDate.EPOCH;
    private long gramsOfDay;

    Points balance() {
        return balance;
    }

    long countedOn(LocalDate today) {
        return day.equals(today) ? gramsOfDay : 0;
    }

    void record(CleanHouseEvent event) {
        apply(event);
    }

    @EventSourcingHandler
    void on(CleanHouseEvent event, @Timestamp Instant at) {
        id = new PointsId(event.wallet());
        switch (event) {
            case DepositWeighed weighed -> {
                var today = new Moment(at).date();
                gramsOfDay = countedOn(today) + weighed.counted();
                day = today;
                balance = balance.plus(weighed.points());
            }
            case PointsConverted converted -> balance = balance.minus(converted.points());
            case BagsBought bought -> balance = balance.minus(bought.points());
        }
    }
}
