package kr.dure.core.eventlog;

import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes over one database. */
final class Nodes {
    /** A node whose heart does not beat while a test lasts. */
    static final PostgresLease.Rhythm STILL = new PostgresLease.Rhythm(Duration.ofHours(1), Duration.ofHours(1));

    private Nodes() {}

    static PostgresLog node(LogDatabase database) {
        return new PostgresLog(database.app(), database.app(), STILL);
    }

    static PostgresLog through(Relay relay, LogDatabase database) {
        var source = new PGSimpleDataSource();
        source.setURL(((PGSimpleDataSource) database.app()).getURL());
        source.setUser("app");
        source.setPortNumbers(new int[] {relay.port()});
        source.setServerNames(new String[] {"localhost"});
        return new PostgresLog(source, source, STILL);
    }
}
