package kr.dure.ops.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.SendGift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A little of what goes on in a town, while the demo is served: every few seconds somebody pays, charges or gives. Whoever
 * tries the demo has {@code R00001} and {@code R00002} to themselves.
 */
public final class Traffic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final List<String> NOT_OURS = List.of("R00001", "R00002");
    private static final byte[] NO_REQUEST = new byte[32];
    private static final int PAYS = 85;
    private static final int CHARGES = 10;

    private final Desk desk;
    private final JdbcClient views;
    private final Chance chance = new Chance();
    private final Thread thread;

    /** @param every about how long between one thing and the next */
    public Traffic(Desk desk, DataSource reading, Duration every) {
        this.desk = desk;
        this.views = JdbcClient.create(reading);
        this.thread = Thread.ofPlatform().name("dure-traffic").daemon().start(() -> run(every));
    }

    private void run(Duration every) {
        try {
            while (true) {
                Thread.sleep(every.multipliedBy(chance.between(50, 150)).dividedBy(100));
                somethingHappens();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void somethingHappens() throws InterruptedException {
        var id = new OperationId("traffic-" + UUID.randomUUID());
        try {
            var command = command(id);
            if (command.isPresent()) {
                // a "no" is an answer like any other: somebody had too little, or too much
                desk.submit(new Operation(id, NO_REQUEST, null, command.get())).get();
            }
        } catch (DataAccessException | ExecutionException failure) {
            LOG.info("nothing happened in town: {}", failure.getMessage());
        }
    }

    private Optional<Command> command(OperationId id) {
        int what = chance.between(1, 100);
        if (what <= PAYS) {
            return somebody()
                    .flatMap(payer -> somewhere()
                            .map(shop -> new PayMerchant(id, payer, shop, Won.of(chance.price(1_000, 20_000)), null)));
        }
        if (what <= PAYS + CHARGES) {
            var funding = new FundingRef(id.value());
            return somebody().map(buyer -> new Charge(id, buyer, Won.of(chance.price(10_000, 50_000)), funding));
        }
        return somebody()
                .flatMap(giver ->
                        somebody().map(friend -> new SendGift(id, giver, friend, Won.of(chance.price(1_000, 10_000)))));
    }

    private Optional<WalletId> somebody() {
        return views.sql("""
                        select wallet from read.wallet where holder = 'RESIDENT' and not frozen and wallet not in (:not)
                        order by random() limit 1""")
                .param("not", NOT_OURS)
                .query(String.class)
                .optional()
                .map(WalletId::new);
    }

    private Optional<MerchantId> somewhere() {
        return views.sql("select merchant from read.merchant where not suspended order by random() limit 1")
                .query(String.class)
                .optional()
                .map(MerchantId::new);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
