package kr.dure.bench.peer;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import kr.dure.bench.Done;
import kr.dure.bench.MoneyFold;
import kr.dure.bench.Population;
import kr.dure.bench.Request;
import kr.dure.bench.Subject;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.ops.node.Databases;
import kr.dure.ops.postgres.Database;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The same wallet on what Axon Framework itself offers for PostgreSQL: its JDBC storage engine with its own tables and
 * indexes, its asynchronous command bus, its locks for each aggregate, its caching repository with every wallet in
 * memory, its Jackson serializer; a transaction for each command.
 *
 * <p>The idempotency key is all that the event's metadata hold, and they are under a unique index: no further round trip
 * and no further table, as each command here makes one event. In its favour: what comes again fails on that index and is
 * not answered again, refusals are not kept, merchants are looked up in memory, and nothing but what pays, opens and
 * charges is there.
 */
public final class StockAxonSubject implements Subject {
    private static final int PREPARING = 8;
    private static final int WALLETS_AT_ONCE = 100;
    private static final String UNIQUE_OPERATION = "create unique index on domainevententry (metadata)";

    private final Database database;
    private final MoneyFold money = new MoneyFold();
    private @Nullable TrackingToken folded;
    private @Nullable Clients clients;
    private @Nullable StockAxon axon;

    public StockAxonSubject(Database database) {
        this.database = database;
    }

    @Override
    public void prepare(Population population) throws Exception {
        createTables();
        clients = new Clients(database, PREPARING, false);
        axon = new StockAxon(() -> requireNonNull(clients));
        List<CommandMessage<?>> merchants = new ArrayList<>();
        for (int merchant = 0; merchant < population.merchants(); merchant++) {
            merchants.add(message(
                    "register-" + merchant,
                    new RegisterMerchant(
                            merchant(merchant), dong(merchant), "bakery", Won.of(80_000_000), true, List.of())));
        }
        axon.together(merchants);
        List<Future<?>> batches = new ArrayList<>();
        for (int first = 0; first < population.wallets(); first += WALLETS_AT_ONCE) {
            int start = first;
            int end = Math.min(first + WALLETS_AT_ONCE, population.wallets());
            batches.add(clients.threads().submit(() -> {
                openAndCharge(start, end);
                return null;
            }));
        }
        for (var batch : batches) {
            batch.get();
        }
        new JdbcTemplate(Databases.single(database, database.owner())).execute("vacuum analyze domainevententry");
        use(inFlightToTry()[0]);
    }

    private void openAndCharge(int start, int end) throws SQLException {
        List<CommandMessage<?>> commands = new ArrayList<>();
        for (int number = start; number < end; number++) {
            String charge = "charge-" + number;
            commands.add(message(
                    "open-" + number,
                    new OpenWallet(wallet(number), Holder.RESIDENT, dong(number), "person " + number, null, false)));
            commands.add(message(
                    charge,
                    new Charge(
                            new OperationId(charge),
                            wallet(number),
                            Won.of(Population.FUNDS),
                            new FundingRef(charge))));
        }
        requireNonNull(axon).together(commands);
    }

    private static CommandMessage<Command> message(String operation, Command command) {
        return new GenericCommandMessage<>(command, Map.of(StockAxon.OPERATION, operation));
    }

    private void createTables() throws SQLException {
        var source = Databases.single(database, database.owner());
        try (var connection = source.getConnection();
                var events = PostgresEventTableFactory.INSTANCE.createDomainEventTable(
                        connection, EventSchema.builder().build());
                var snapshots = PostgresEventTableFactory.INSTANCE.createSnapshotEventTable(
                        connection, EventSchema.builder().build())) {
            events.execute();
            snapshots.execute();
        }
        var jdbc = new JdbcTemplate(source);
        jdbc.execute(UNIQUE_OPERATION);
        String app = database.app().user();
        jdbc.execute("grant select, insert, update, delete on all tables in schema public to " + app);
        jdbc.execute("grant usage on all sequences in schema public to " + app);
    }

    private static WalletId wallet(int number) {
        return new WalletId("R%06d".formatted(number));
    }

    private static MerchantId merchant(int number) {
        return new MerchantId("M%04d".formatted(number));
    }

    private static Dong dong(int number) {
        return new Dong("dong-" + number % 20);
    }

    @Override
    public int[] inFlightToTry() {
        return Clients.toTry();
    }

    @Override
    public void use(int inFlight) {
        close();
        clients = new Clients(database, inFlight, false);
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        return switch (request) {
            case Request.Pay pay ->
                send(
                        pay.id(),
                        new PayMerchant(
                                new OperationId(pay.id()),
                                wallet(pay.wallet()),
                                merchant(pay.merchant()),
                                Won.of(pay.amount())));
            case Request.Weigh _, Request.PayOut _ ->
                throw new UnsupportedOperationException(request.getClass().getSimpleName());
        };
    }

    private CompletableFuture<Integer> send(String operation, Command command) {
        var answer = new CompletableFuture<Integer>();
        requireNonNull(axon)
                .commands()
                .dispatch(
                        message(operation, command),
                        (CommandMessage<? extends Command> _, CommandResultMessage<?> result) -> {
                            if (result.isExceptional()) {
                                answer.completeExceptionally(result.exceptionResult());
                            } else {
                                answer.complete(result.getPayload() instanceof Outcome.Accepted ? 1 : 0);
                            }
                        });
        return answer;
    }

    @Override
    public List<String> check(Done done) {
        try (var events = requireNonNull(axon).events().readEvents(folded, false)) {
            events.forEach(event -> {
                money.fold((LedgerEvent) event.getPayload());
                folded = event.trackingToken();
            });
        }
        return money.differences(done);
    }

    @Override
    public void close() {
        if (clients != null) {
            clients.close();
        }
    }
}
