package kr.dure.core;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogMetrics;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.core.eventlog.Operation;
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
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.money.Won;
import kr.dure.core.vault.PersonalData;
import kr.dure.core.vault.SealedPerson;
import kr.dure.core.vault.Vault;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.PayMerchant;

/** A small town with a named cast, on a simulation ledger. */
public final class Town implements AutoCloseable {
    public static final WalletId YOUNGHEE = new WalletId("영희");
    public static final WalletId CHEOLSU = new WalletId("철수");
    public static final MerchantId BAKERY = new MerchantId("두레빵집");
    public static final Dong NEUTINAMU = new Dong("느티나무동");
    public static final Dong GANGNARU = new Dong("강나루동");

    /** Charging has a discount. */
    public static final Instant OCTOBER_1 =
            OffsetDateTime.parse("2026-10-01T09:00:00+09:00").toInstant();
    /** Paying has cashback. */
    public static final Instant OCTOBER_20 =
            OffsetDateTime.parse("2026-10-20T09:00:00+09:00").toInstant();

    private final LogStore log;
    private final EventCodec codec = new EventCodec(EventCatalogueTest.families());
    private final Writer writer;
    private Instant now = OCTOBER_1;
    private int operations;

    public Town() {
        this(new MemoryLog());
    }

    public Town(LogStore log) {
        this(log, 10_000);
    }

    public Town(LogStore log, long aggregatesCached) {
        this.log = log;
        this.writer = Writer.open(
                new WriterSettings(
                        log,
                        new LedgerOpened(LedgerKind.SIMULATION, "keys of a test"),
                        Features.all(),
                        new BareVault(),
                        (day, position) -> List.of(YOUNGHEE, CHEOLSU),
                        Clock.systemUTC(),
                        LogMetrics.NONE,
                        aggregatesCached),
                "a test");
        long before = log.head();
        operations = (int) before;
    }

    /** Younghee and Cheolsu have wallets; the bakery is registered. */
    public Town withItsPeople() {
        does(open(YOUNGHEE, NEUTINAMU));
        does(open(CHEOLSU, GANGNARU));
        does(new RegisterMerchant(BAKERY, NEUTINAMU, "bakery", Won.of(80_000_000), true, List.of(CHEOLSU)));
        return this;
    }

    public static OpenWallet open(WalletId wallet, Dong dong) {
        return new OpenWallet(wallet, Holder.RESIDENT, dong, "person of " + wallet.value(), null, false);
    }

    public Town at(Instant time) {
        now = time;
        return this;
    }

    public Town later(Duration time) {
        now = now.plus(time);
        return this;
    }

    public OperationId nextId() {
        return new OperationId("op" + ++operations);
    }

    public Answer charges(WalletId wallet, long amount) {
        var id = nextId();
        return does(id, new Charge(id, wallet, Won.of(amount), new FundingRef("deposit of " + id)));
    }

    public Answer pays(WalletId wallet, MerchantId merchant, long amount) {
        var id = nextId();
        return does(id, new PayMerchant(id, wallet, merchant, Won.of(amount)));
    }

    public Answer does(Command command) {
        return does(nextId(), command);
    }

    public Answer does(OperationId id, Command command) {
        return answer(operation(id, command));
    }

    public Answer rehearses(OperationId id, Command command) {
        var operation = operation(id, command);
        return answer(new Operation(operation.id(), operation.digest(), operation.at(), command, true));
    }

    private Answer answer(Operation operation) {
        try {
            return writer.submit(operation).get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    public CompletableFuture<Answer> submits(OperationId id, Command command) throws InterruptedException {
        return writer.submit(operation(id, command));
    }

    public Operation operation(OperationId id, Command command) {
        return new Operation(id, command.toString().getBytes(StandardCharsets.UTF_8), now, command);
    }

    public Writer.Lane lane() {
        return writer.lane();
    }

    /** The newest event. */
    public LedgerEvent lastEvent() {
        return codec.read(lastStored());
    }

    public StoredEvent lastStored() {
        return log.read(log.head() - 1, 1).getFirst();
    }

    public List<LedgerEvent> events() {
        return log.read(0, Integer.MAX_VALUE).stream().map(codec::read).toList();
    }

    public LogStore log() {
        return log;
    }

    public static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    @Override
    public void close() {
        writer.close();
    }

    /** Keeps birth dates as they are: what a vault does with them is its own tests' matter. */
    public static final class BareVault implements Vault {
        @Override
        public SealedPerson seal(PersonalData data) {
            var text = String.valueOf(data.birthDate()).getBytes(StandardCharsets.UTF_8);
            return new SealedPerson(data.person(), new byte[] {1}, text);
        }

        @Override
        public PersonalData open(SealedPerson sealed) {
            var text = new String(sealed.sealed(), StandardCharsets.UTF_8);
            return PersonalData.bornOn(sealed.person(), LocalDate.parse(text));
        }
    }
}
