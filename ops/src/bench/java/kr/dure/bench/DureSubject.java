package kr.dure.bench;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.audit.Rebuild;
import kr.dure.api.http.RateLimits;
import kr.dure.api.pos.QrText;
import kr.dure.api.projection.ProjectionMetrics;
import kr.dure.api.projection.Projector;
import kr.dure.api.wallet.PotSweepIndex;
import kr.dure.bench.peer.PooledStreaming;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.DurabilityCheck;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogMetrics;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.PostgresLog;
import kr.dure.core.eventlog.Writer;
import kr.dure.core.eventlog.WriterSettings;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import kr.dure.core.vault.KeyedHash;
import kr.dure.ops.keys.Identity;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.metrics.Vitals;
import kr.dure.ops.node.Databases;
import kr.dure.ops.node.PacedDesk;
import kr.dure.ops.node.Town;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.serve.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Dure as it serves a production ledger, without HTTP. */
final class DureSubject implements Subject {
    private static final long AGGREGATES_CACHED = 200_000;
    private static final Duration LONG = Duration.ofHours(1);

    private final Database database;
    private final Path keys;
    private final boolean stockProcessor;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable KeyedHash hash;
    private @Nullable Writer writer;
    private @Nullable Desk desk;
    private @Nullable HikariDataSource pool;
    private @Nullable Projector views;
    private @Nullable PooledStreaming processor;
    private @Nullable Lag lag;
    private @Nullable PostgresLog log;
    private @Nullable Conservation conservation;
    private Done before = Done.NOTHING;

    /** @param stockProcessor whether it is Axon's processor that follows the log when it is asked to be followed */
    DureSubject(Database database, Path keys, boolean stockProcessor) {
        this.database = database;
        this.keys = keys;
        this.stockProcessor = stockProcessor;
    }

    @Override
    public void prepare(Population population) throws Exception {
        open(population.projections());
        fill(population);
        if (population.preloaded() > 0) {
            preload(population);
        }
    }

    /** One payment to copy is acknowledged like any other. */
    private void preload(Population population) throws Exception {
        var first = new Request.Pay("first", 0, 0, 100);
        submit(first).toCompletableFuture().get();
        before = new Done(1, 1, first.amount());
        var owner = Databases.single(database, database.owner());
        requireConserved(conservation().differences(before));
        var seen = conservation;
        close();
        Preload.payments(owner, population.preloaded());
        open(population.projections());
        conservation = requireNonNull(seen);
        conservation.goOn(requireNonNull(log), head());
    }

    private static void requireConserved(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new IllegalStateException(differences.toString());
        }
    }

    void open(boolean projections) {
        Databases.migrate(database);
        DataSource single = Databases.single(database, database.app());
        DurabilityCheck.require(single);
        pool = later(Databases.pool(database));
        log = later(new PostgresLog(later(Databases.logPool(database)), single));
        views = projector();
        if (projections) {
            later(views.start());
        }
        var random = new SecureRandom();
        var ledgerKeys = LedgerKeys.openOrCreate(KeyPlace.of(keys, Map.of()), random);
        hash = ledgerKeys.keyedHash();
        writer = later(Writer.open(
                new WriterSettings(
                        log,
                        new LedgerOpened(LedgerKind.PRODUCTION, hash.fingerprint()),
                        Town.features(),
                        ledgerKeys.vault(random),
                        new PotSweepIndex(pool, views, Duration.ofSeconds(30)),
                        Clock.systemUTC(),
                        new LogMetrics() {
                            @Override
                            public void committed(int operations, int events, long nanos) {
                                if (projections) {
                                    requireNonNull(views).wake();
                                }
                            }
                        },
                        AGGREGATES_CACHED),
                "benchmark"));
        desk = writer;
        if (projections) {
            desk = new PacedDesk(writer, writer::head, views);
            lag = later(new Lag(requireNonNull(writer)::head, requireNonNull(views)::position));
        }
    }

    private <T extends AutoCloseable> T later(T resource) {
        opened.add(resource);
        return resource;
    }

    private void fill(Population population) throws Exception {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        DureCommands.founding(population, (id, command) -> answers.add(submit(id, command)));
        for (var answer : answers) {
            if (!(answer.get() instanceof Answer.Accepted)) {
                throw new IllegalStateException("while preparing: " + answer.get());
            }
        }
    }

    @Override
    public int[] inFlightToTry() {
        return new int[] {256};
    }

    @Override
    public CompletionStage<Integer> submit(Request request) throws InterruptedException {
        return submit(request.id(), DureCommands.of(request)).thenApply(answer -> items(request, answer));
    }

    private static int items(Request request, Answer answer) {
        if (!(answer instanceof Answer.Accepted)) {
            return 0;
        }
        return request instanceof Request.PayOut payOut ? payOut.items() : 1;
    }

    private CompletableFuture<Answer> submit(String id, Command command) throws InterruptedException {
        byte[] digest = requireNonNull(hash).requestDigest(command.toString().getBytes(StandardCharsets.UTF_8));
        return requireNonNull(desk).submit(new Operation(new OperationId(id), digest, null, command));
    }

    /** Refolds the log from its start: all postings sum to zero, and merchants got what was acknowledged. */
    @Override
    public List<String> check(Done done) throws Exception {
        return conservation().differences(before.plus(done));
    }

    private Conservation conservation() {
        if (conservation == null) {
            conservation = new Conservation(requireNonNull(log));
        }
        return conservation;
    }

    long head() {
        return requireNonNull(writer).head();
    }

    /** Starts anew: nothing of any wallet is in memory. */
    void reopen() throws Exception {
        close();
        open(false);
        conservation().goOn(requireNonNull(log), conservation().position());
    }

    /** Waits until all views show everything. */
    void caughtUp() throws InterruptedException {
        await(requireNonNull(views));
    }

    private void await(Projector projector) throws InterruptedException {
        if (!projector.awaitPosition(head(), LONG)) {
            throw new IllegalStateException("the projections stopped: " + projector.state());
        }
    }

    /** Lets the log be followed to its end, from where that came to before. */
    void follow() throws InterruptedException {
        if (stockProcessor) {
            if (processor == null) {
                processor = later(new PooledStreaming(requireNonNull(writer).events(), database, requireNonNull(pool)));
            }
            processor.follow(head());
        } else {
            try (var projector = projector().start()) {
                await(projector);
            }
        }
    }

    /** @param signing for QR codes */
    Served served(JwtDecoder tokens, Identity signing) {
        var shown = requireNonNull(views);
        var reading = requireNonNull(pool);
        return new Served(
                LedgerKind.PRODUCTION,
                requireNonNull(desk),
                EventCodec.of(Town.features()),
                requireNonNull(hash),
                reading,
                shown,
                Clock.systemUTC(),
                tokens,
                null,
                new QrText(signing.key(), (ECPublicKey) signing.certificate().getPublicKey()),
                RateLimits.usual(),
                new Vitals(requireNonNull(log), shown, reading, Clock.systemUTC()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    private Projector projector() {
        return new Projector(
                ReadSide.money(requireNonNull(log), EventCodec.of(Town.features()), ReadSide.SCHEMA),
                requireNonNull(pool),
                ProjectionMetrics.NONE);
    }

    /** Makes all projections anew, events a second, and compares them with the live ones, which must be there. */
    double rebuild() throws Exception {
        caughtUp();
        var rebuild = new Rebuild(
                requireNonNull(log),
                EventCodec.of(Town.features()),
                requireNonNull(pool),
                Databases.single(database, database.owner()),
                database.app().user());
        var result = rebuild.run();
        rebuild.discard();
        if (!result.isEqual()) {
            throw new IllegalStateException("rebuilt tables differ: " + result);
        }
        return result.position() * 1e9 / result.making().toNanos();
    }

    @Override
    public double lagMillis() {
        return lag == null ? 0 : lag.takeP99Millis();
    }

    @Override
    public void close() throws Exception {
        for (var resource : opened.reversed()) {
            resource.close();
        }
        opened.clear();
    }
}
