package kr.dure.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.dure.api.ReadSide;
import kr.dure.api.audit.Verification;
import kr.dure.api.projection.ProjectionMetrics;
import kr.dure.api.projection.Projector;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.PostgresLog;
import kr.dure.ops.node.Databases;
import kr.dure.ops.node.Town;

/** The checks when nobody asks anything any more: of what is new after each cycle, of everything at the end. */
final class Audit {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final Site site;
    private final Checker checker;
    private final Violations violations;

    Audit(Site site, Violations violations) {
        this.site = site;
        this.checker = new Checker(violations);
        this.violations = violations;
    }

    void cycle(List<Told> fresh, long answers) throws InterruptedException {
        if (violations.none()) {
            patiently(connection -> {
                checker.answers(connection, fresh);
                checker.nothingElse(connection, answers);
            });
        }
    }

    /** Everything that was ever told, the whole log, and all that it adds up to. */
    void everything(Path data) throws InterruptedException, IOException, SQLException {
        try (var connection = site.connect()) {
            long answers = Answers.pages(data, page -> checker.answers(connection, page));
            checker.nothingElse(connection, answers);
            checker.order(connection);
        }
        refold();
    }

    private void refold() throws InterruptedException, SQLException {
        var database = Databases.single(site.database(), site.database().app());
        var codec = EventCodec.of(Town.features());
        try (var log = new PostgresLog(database, database);
                var projector = new Projector(
                                ReadSide.money(log, codec, ReadSide.SCHEMA), database, ProjectionMetrics.NONE)
                        .start()) {
            if (!projector.awaitPosition(log.head(), LONGEST)) {
                violations.add("the projections stand at " + projector.position() + ": " + projector.state());
            }
            new Verification(log, codec, database).run().differences().forEach(violations::add);
        }
    }

    @FunctionalInterface
    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    /** PostgreSQL may still be on its way up. */
    private void patiently(Look look) throws InterruptedException {
        long since = System.nanoTime();
        while (true) {
            try (var connection = site.connect()) {
                look.at(connection);
                return;
            } catch (SQLException | LogUnavailable notYet) {
                if (System.nanoTime() - since > LONGEST.toNanos()) {
                    violations.add("the database does not come back: " + notYet.getMessage());
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
