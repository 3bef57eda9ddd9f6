package kr.dure.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import kr.dure.api.projection.ProjectionMetrics;
import kr.dure.api.projection.Projector;
import kr.dure.api.wallet.PotSweepIndex;
import kr.dure.core.Features;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogBatch;
import kr.dure.core.eventlog.LogMetrics;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.PostgresLog;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.eventlog.Writer;
import kr.dure.core.eventlog.WriterSettings;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Subject;
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.money.Won;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.PayMerchant;

/** A small town with a named cast on a real database: what it does goes through the writer into the log. */
public final class Town implements AutoCloseable {
    public static final WalletId YOUNGHEE = new WalletId("영희");
    public static final WalletId CHEOLSU = new WalletId("철수");
    public static final WalletId HALL = new WalletId("두레회관");
    public static final MerchantId BAKERY = new MerchantId("두레빵집");
    public static final MerchantId MILL = new MerchantId("방앗간");
    public static final Dong NEUTINAMU = new Dong("느티나무동");
    public static final Dong GANGNARU = new Dong("강나루동");

    /** Charging has a discount. */
    public static final Instant OCTOBER_1 = time("2026-10-01T09:00:00+09:00");
    /** Paying has cashback. */
    public static final Instant OCTOBER_20 = time("2026-10-20T09:00:00+09:00");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final PostgresLog log;
    private final EventCodec codec;
    private final Projector projector;
    private final Writer writer;
    private Instant now = OCTOBER_1;
    private int operations;

    public Town() throws SQLException {
        database = TestDatabase.create();
        log = database.log();
        codec = codec();
        projector = new Projector(ReadSide.money(log, codec, ReadSide.SCHEMA), database.app(), ProjectionMetrics.NONE)
                .start();
        writer = Writer.open(
                new WriterSettings(
                        log,
                        new LedgerOpened(LedgerKind.SIMULATION, "keys of a test"),
                        Features.all(),
                        new BareVault(),
                        new PotSweepIndex(database.app(), projector, PATIENCE),
                        Clock.systemUTC(),
                        LogMetrics.NONE,
                        10_000),
                "a test");
    }

    /** Of the core's features and of settlement, whose own module is not known here. */
    public static EventCodec codec() {
        List<Class<? extends LedgerEvent>> families = new ArrayList<>();
        Features.all().forEach(feature -> families.addAll(feature.events()));
        families.add(SettlementEvent.class);
        return new EventCodec(families);
    }

    /** Younghee, Cheolsu and the hall have wallets; bakery and mill are registered, the bakery is Cheolsu's. */
    public Town withItsPeople() {
        does(open(YOUNGHEE, Holder.RESIDENT, NEUTINAMU));
        does(open(CHEOLSU, Holder.RESIDENT, GANGNARU));
        does(open(HALL, Holder.INSTITUTION, NEUTINAMU));
        does(new RegisterMerchant(BAKERY, NEUTINAMU, "bakery", Won.of(80_000_000), true, List.of(CHEOLSU)));
        does(new RegisterMerchant(MILL, GANGNARU, "mill", Won.of(3_000_000_001L), true, List.of()));
        return this;
    }

    public static OpenWallet open(WalletId wallet, Holder holder, Dong dong) {
        String person = holder == Holder.RESIDENT ? "person of " + wallet.value() : null;
        return new OpenWallet(wallet, holder, dong, person, LocalDate.parse("1990-05-05"), false);
    }

    public static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    public Town at(Instant time) {
        now = time;
        return this;
    }

    public OperationId nextId() {
        return new OperationId("op" + ++operations);
    }

    public OperationId charges(WalletId wallet, long amount) {
        var id = nextId();
        return accepted(id, new Charge(id, wallet, Won.of(amount), new FundingRef("deposit of " + id)));
    }

    public OperationId pays(WalletId wallet, MerchantId merchant, long amount) {
        var id = nextId();
        return accepted(id, new PayMerchant(id, wallet, merchant, Won.of(amount)));
    }

    public OperationId does(Command command) {
        return accepted(nextId(), command);
    }

    public OperationId accepted(OperationId id, Command command) {
        var answer = answer(id, command);
        if (!(answer instanceof Answer.Accepted)) {
            throw new AssertionError(command + ": " + answer);
        }
        return id;
    }

    public Answer answer(OperationId id, Command command) {
        try {
            return writer.submit(new Operation(id, command.toString().getBytes(UTF_8), now, command))
                    .get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Ends the writer's work and appends an event of another module beneath it. */
    public Town appends(String stream, long sequence, LedgerEvent event) {
        writer.close();
        var id = nextId();
        Subject subject = event.subject();
        long epoch = log.takeLease("a hand");
        var stored = new StoredEvent(
                log.head() + 1,
                now,
                codec.type(event),
                codec.revision(event),
                stream,
                sequence,
                id.value(),
                new byte[] {1},
                subject == null ? null : subject.name(),
                codec.write(event));
        log.append(new LogBatch(List.of(stored), List.of(), List.of()), epoch);
        log.releaseLease();
        return this;
    }

    /** Waits until the tables show everything. */
    public Town settled() {
        try {
            if (!projector.awaitPosition(log.head(), PATIENCE)) {
                throw new AssertionError(projector.state());
            }
            return this;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public PostgresLog log() {
        return log;
    }

    public Projector projector() {
        return projector;
    }

    @Override
    public void close() {
        writer.close();
        projector.close();
        log.close();
    }
}
