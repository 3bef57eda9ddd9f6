package kr.dure.api.cleanhouse;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Times;
import kr.dure.core.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which request carries each weighing of each device. It is noted before the ledger is asked. */
public final class Weighings {
    private final JdbcClient database;
    private final Clock clock;

    public Weighings(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    Optional<OperationId> carrier(Weighing weighing) {
        return database.sql("select operation from cleanhouse.weighing where site = ? and device = ? and counter = ?")
                .params(
                        weighing.site().value(),
                        weighing.device().value(),
                        weighing.counter().value())
                .query(String.class)
                .optional()
                .map(OperationId::new);
    }

    /** @return whether it is this one, and no other that was faster */
    boolean isCarriedBy(OperationId operation, Weighing weighing) {
        database.sql("""
                        insert into cleanhouse.weighing (site, device, counter, operation, carried_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        weighing.site().value(),
                        weighing.device().value(),
                        weighing.counter().value(),
                        operation.value(),
                        Times.korean(clock.instant()))
                .update();
        return carrier(weighing).filter(operation::equals).isPresent();
    }

    /** Of a request that is known never to reach the ledger. */
    void giveUp(OperationId operation, Weighing weighing) {
        database.sql("""
                        delete from cleanhouse.weighing
                        where site = ? and device = ? and counter = ? and operation = ?""")
                .params(
                        weighing.site().value(),
                        weighing.device().value(),
                        weighing.counter().value(),
                        operation.value())
                .update();
    }
}
