package kr.dure.api.wallet;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import kr.dure.api.projection.Projector;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.SweepIndex;
import kr.dure.core.id.WalletId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the wallets with expired money among the pots. */
public final class PotSweepIndex implements SweepIndex {
    private final JdbcClient database;
    private final Projector projector;
    private final Duration patience;

    /** @param patience how long a sweep may wait for the projection before it fails */
    public PotSweepIndex(DataSource database, Projector projector, Duration patience) {
        this.database = JdbcClient.create(database);
        this.projector = projector;
        this.patience = patience;
    }

    /** @throws LogUnavailable if the projection is halted or too far behind */
    @Override
    public Collection<WalletId> expiredBefore(LocalDate day, long position) {
        await(position);
        return database.sql("select distinct wallet from read.pot"
                        + " where expires_on < date '1970-01-01' + ?::int and remaining <> 0")
                .param(Math.toIntExact(day.toEpochDay()))
                .query((row, number) -> new WalletId(row.getString(1)))
                .list();
    }

    private void await(long position) {
        try {
            if (!projector.awaitPosition(position, patience)) {
                throw new LogUnavailable(
                        "the pots are known up to " + projector.position() + ", not to " + position + ": "
                                + projector.state(),
                        new TimeoutException());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + position, closing);
        }
    }
}
