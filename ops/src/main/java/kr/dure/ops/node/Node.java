package kr.dure.ops.node;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.audit.Rebuild;
import kr.dure.api.http.RateLimits;
import kr.dure.api.pos.QrText;
import kr.dure.api.projection.DeadLetter;
import kr.dure.api.projection.Pace;
import kr.dure.api.projection.ProjectionGroup;
import kr.dure.api.projection.Projector;
import kr.dure.api.projection.ProjectorState;
import kr.dure.api.projection.Retry;
import kr.dure.api.wallet.PotSweepIndex;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.DurabilityCheck;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogMetrics;
import kr.dure.core.eventlog.PostgresLog;
import kr.dure.core.eventlog.Writer;
import kr.dure.core.eventlog.WriterSettings;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.vault.KeyedHash;
import kr.dure.ops.Complaint;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import kr.dure.ops.link.Address;
import kr.dure.ops.link.LinkServer;
import kr.dure.ops.metrics.Meters;
import kr.dure.ops.metrics.Vitals;
import kr.dure.ops.postgres.DataDirectory;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.postgres.Postgres;
import kr.dure.ops.serve.Served;
import kr.dure.ops.serve.SignIn;
import kr.dure.ops.serve.SimulatedTokens;
import kr.dure.ops.serve.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A ledger at its place, open: its log and its projections, its keys, and the writer if this node is to decide. */
public final class Node implements AutoCloseable {
    private static final long AGGREGATES_CACHED = 100_000;
    private static final Duration READ_LAG = Duration.ofMinutes(10);
    /** The writer waits behind a sweep, so a sweep does not wait long for projections that do not move. */
    private static final Duration SWEEP_LAG = Duration.ofSeconds(30);

    private final Closing closing;
    private final Place place;
    private final Database database;
    private final DataSource single;
    private final HikariDataSource pool;
    private final PostgresLog log;
    private final EventCodec codec = EventCodec.of(Town.features());
    private final ProjectionGroup activityGroup;
    private final Projector projector;
    private final Projector activity;
    private final Vitals vitals;
    private final SecureRandom random = new SecureRandom();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);

    private Node(Place place, Closing closing, Duration silence, Consumer<String> progress) {
        this.place = place;
        this.closing = closing;
        var data = closing.later(DataDirectory.open(place.data()));
        this.database = place.own() == null
                ? closing.later(Postgres.start(data, progress)).database()
                : place.own().prepare();
        Databases.migrate(database);
        this.single = Databases.single(database, database.app());
        DurabilityCheck.require(single);
        this.pool = closing.later(Databases.pool(database));
        this.log = closing.later(new PostgresLog(closing.later(Databases.logPool(database)), single, silence));
        this.activityGroup = ReadSide.activity(log, codec);
        this.activity = closing.later(projecting(activityGroup, silence));
        this.projector = closing.later(projecting(ReadSide.money(log, codec, ReadSide.SCHEMA), silence));
        this.vitals = new Vitals(log, projector, pool, Clock.systemUTC());
        meters.watch(vitals);
        closing.later(registry::close);
    }

    private Projector projecting(ProjectionGroup group, Duration silence) {
        var made = new Projector(group, pool, meters.projection(group.name()), Pace.USUAL.withSilence(silence));
        meters.watch(group.name(), made);
        return made.start();
    }

    /**
     * Opens the ledger at a place; makes the place ready for one if there is none.
     *
     * @param progress is told what takes time, in sentences for a person
     */
    public static Node open(Place place, Consumer<String> progress) {
        return open(place, PostgresLog.SILENCE, progress);
    }

    /** @param silence after which another node may take from this one what it holds */
    public static Node open(Place place, Duration silence, Consumer<String> progress) {
        var closing = new Closing();
        try {
            return new Node(place, closing, silence, progress);
        } catch (RuntimeException | Error failure) {
            closing.close();
            throw failure;
        }
    }

    /** @throws Complaint if there is no ledger at the place; nothing is made there */
    public static Node openExisting(Place place, Consumer<String> progress) {
        if (!place.mayHoldLedger()) {
            throw noLedger(place);
        }
        var node = open(place, progress);
        if (node.log.head() == 0) {
            node.close();
            throw noLedger(place);
        }
        return node;
    }

    private static Complaint noLedger(Place place) {
        return new Complaint("여기에는 원장이 없습니다: " + place, "There is no ledger here: " + place);
    }

    // ------------------------------------------------------------------------- deciding

    /**
     * Becomes the writer of a ledger of a kind, which is opened if there is none.
     *
     * @throws Complaint if the ledger is of the other kind, or belongs to other keys
     */
    public Deciding decide(LedgerKind kind) {
        var keys = keys(kind);
        var writer = closing.later(Writer.open(
                settings(kind, keys), "dure " + ProcessHandle.current().pid()));
        return new Deciding(writer, keys.keyedHash());
    }

    /** The writer, and the hash by which it knows persons and requests. */
    public record Deciding(Writer writer, KeyedHash hash) {}

    /**
     * Becomes one of the nodes of a ledger of a kind, which is opened if there is none: from now on one of them writes,
     * the others forward to it and one of them takes over.
     *
     * @param listen where the others reach this node
     * @throws Complaint if the ledger is of the other kind, or belongs to other keys, or nobody can be reached there
     */
    public Succession join(LedgerKind kind, Address listen, NodeMetrics metrics) {
        var keys = keys(kind);
        var identity = identities(Use.LINK).identity(Use.LINK);
        var server = bind(listen);
        closing.later(server);
        Function<String, Writer> opening = name -> Writer.open(settings(kind, keys), name);
        Function<Writer, Desk> pacing = writer -> new PacedDesk(writer, writer::head, projector);
        var succession =
                closing.later(new Succession(log, opening, pacing, server.address(), identity, codec, metrics));
        server.start(identity, codec, succession, succession.here());
        succession.start();
        return succession;
    }

    private static LinkServer bind(Address listen) {
        try {
            return LinkServer.bind(listen);
        } catch (IOException | IllegalArgumentException failure) {
            throw new Complaint(
                    "이 주소에서 기다릴 수 없습니다: " + listen + " (" + failure.getMessage() + ")",
                    "Nobody can listen there: " + listen + " (" + failure.getMessage() + ")",
                    failure);
        }
    }

    private KeyPlace keyPlace() {
        return KeyPlace.of(place.data(), System.getenv());
    }

    private LedgerKeys keys(LedgerKind kind) {
        var genesis = genesis();
        var keys = genesis == null ? LedgerKeys.openOrCreate(keyPlace(), random) : LedgerKeys.open(keyPlace());
        if (genesis != null) {
            requireFit(genesis, kind, keys.keyedHash());
        }
        return keys;
    }

    private WriterSettings settings(LedgerKind kind, LedgerKeys keys) {
        return new WriterSettings(
                log,
                new LedgerOpened(kind, keys.keyedHash().fingerprint()),
                Town.features(),
                keys.vault(random),
                new PotSweepIndex(pool, projector, SWEEP_LAG),
                Clock.systemUTC(),
                wakingTheProjectors(),
                AGGREGATES_CACHED);
    }

    private @Nullable LedgerOpened genesis() {
        var first = log.read(0, 1);
        return first.isEmpty() ? null : (LedgerOpened) codec.read(first.getFirst());
    }

    private void requireFit(LedgerOpened genesis, LedgerKind kind, KeyedHash hash) {
        if (genesis.kind() != kind) {
            throw kind == LedgerKind.SIMULATION
                    ? new Complaint(
                            "운영 원장에는 도시 파일을 넣을 수 없습니다: " + place, "A production ledger takes no imports: " + place)
                    : new Complaint(
                            "모의 원장으로는 운영할 수 없습니다: " + place, "A simulation ledger does not serve production: " + place);
        }
        if (!genesis.keyFingerprint().equals(hash.fingerprint())) {
            throw new Complaint(
                    "이 원장의 열쇠가 아닙니다: " + keyPlace().store(),
                    "These are not the keys of this ledger: " + keyPlace().store());
        }
    }

    private LogMetrics wakingTheProjectors() {
        var counted = meters.log();
        return new LogMetrics() {
            @Override
            public void missed() {
                counted.missed();
            }

            @Override
            public void committed(int operations, int events, long nanos) {
                projector.wake();
                activity.wake();
                counted.committed(operations, events, nanos);
            }

            @Override
            public void refused(String code) {
                counted.refused(code);
            }
        };
    }

    // ------------------------------------------------------------------------- serving

    /** What is served of a simulation ledger by its writer: the tokens that it makes for itself are good. */
    public Served simulated(Deciding deciding, RateLimits limits) {
        var own = identities(Use.SIMULATED_TOKEN, Use.QR);
        var tokens = new SimulatedTokens(own.identity(Use.SIMULATED_TOKEN));
        return served(LedgerKind.SIMULATION, deciding, own, tokens.decoder(), null, limits);
    }

    /**
     * What is served of a production ledger by its writer.
     *
     * @param issuer whose tokens are good (OpenID Connect Discovery); null if the ledger gives them itself
     */
    public Served production(Deciding deciding, @Nullable URI issuer) {
        if (issuer != null) {
            return served(
                    LedgerKind.PRODUCTION, deciding, identities(Use.QR), Tokens.of(issuer), null, RateLimits.usual());
        }
        var own = identities(Use.TOKEN, Use.QR);
        var signIn = new SignIn(own.identity(Use.TOKEN));
        return served(LedgerKind.PRODUCTION, deciding, own, signIn.tokens(), signIn, RateLimits.usual());
    }

    private Served served(
            LedgerKind kind,
            Deciding deciding,
            LedgerKeys own,
            JwtDecoder tokens,
            @Nullable SignIn signIn,
            RateLimits limits) {
        var writer = deciding.writer();
        var signing = own.identity(Use.QR);
        return new Served(
                kind,
                new PacedDesk(writer, writer::head, projector),
                codec,
                deciding.hash(),
                pool,
                projector,
                Clock.systemUTC(),
                tokens,
                signIn,
                new QrText(signing.key(), (ECPublicKey) signing.certificate().getPublicKey()),
                limits,
                vitals,
                registry);
    }

    private LedgerKeys identities(Use... uses) {
        return LedgerKeys.openWith(keyPlace(), random, uses);
    }

    // ------------------------------------------------------------------------- reading

    Database database() {
        return database;
    }

    /** For reading, as the role that runs. */
    public DataSource reading() {
        return pool;
    }

    /** Makes projections anew, as the owner of their schema. */
    public Rebuild rebuild() {
        return new Rebuild(
                log,
                codec,
                pool,
                Databases.single(database, database.owner()),
                database.app().user());
    }

    public PostgresLog log() {
        return log;
    }

    public EventCodec codec() {
        return codec;
    }

    public DataSource single() {
        return single;
    }

    public Projector projector() {
        return projector;
    }

    /** What the projections that move no value have put aside, oldest first, of everything that is in the log now. */
    public List<DeadLetter> deadLetters() throws SQLException, InterruptedException {
        awaitActivity();
        try (var connection = pool.getConnection()) {
            return activityGroup.deadLetters(connection);
        }
    }

    /** Tries again what the projections that move no value have put aside, of everything that is in the log now. */
    public Retry.Result retryDeadLetters() throws SQLException, InterruptedException {
        awaitActivity();
        return new Retry(activityGroup, pool).run();
    }

    private void awaitActivity() throws InterruptedException {
        if (!activity.awaitPosition(log.head(), READ_LAG)) {
            throw new Complaint("활동 집계가 원장을 따라오지 못했습니다", "The counts of activity did not catch up with the log");
        }
    }

    /** Waits until the projections of money show everything that is in the log. */
    public void awaitProjections() throws InterruptedException {
        if (!projector.awaitPosition(log.head(), READ_LAG)) {
            throw projector.state() instanceof ProjectorState.Halted halted
                    ? new Complaint(
                            "조회 화면이 " + halted.position() + "번 사건에서 멈췄습니다: " + halted.error(),
                            "The projections are halted at event " + halted.position() + ": " + halted.error())
                    : new Complaint("조회 화면이 원장을 따라오지 못했습니다", "The projections did not catch up with the log");
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
