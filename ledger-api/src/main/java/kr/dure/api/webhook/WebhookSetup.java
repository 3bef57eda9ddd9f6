package kr.dure.api.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import kr.dure.api.log.LogSlice;
import kr.dure.api.projection.Projector;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.vault.KeyedHash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionOperations;

/** What tells receivers what happens. */
@Configuration(proxyBeanMethods = false)
@Import({WebhookResource.class, DeliveryResource.class})
public class WebhookSetup {
    /** {@code true} lets the webhooks of a simulation reach this machine; a production ledger does not look at it. */
    public static final String LOOPBACK = "dure.webhooks.loopback";

    @Bean
    SystemNames systemNames() {
        return new SystemNames();
    }

    @Bean
    Doorkeeper doorkeeper(SystemNames names, LedgerKind kind, Environment settings) {
        boolean loopback = kind == LedgerKind.SIMULATION && settings.getProperty(LOOPBACK, Boolean.class, false);
        return new Doorkeeper(names, loopback ? Reach.LOOPBACK_TOO : Reach.PUBLIC);
    }

    @Bean
    Webhooks webhooks(DataSource reading, LogSlice log) {
        return new Webhooks(reading, log);
    }

    @Bean
    Deliveries deliveries(DataSource reading) {
        return new Deliveries(reading);
    }

    @Bean
    Courier courier(
            DataSource reading,
            TransactionOperations transactions,
            LogSlice log,
            Webhooks webhooks,
            Doorkeeper doorkeeper,
            KeyedHash hash,
            Projector views,
            Clock clock,
            WebhookMetrics metrics) {
        var queue = new Queue(reading, transactions);
        var postman = new Postman(doorkeeper);
        var backoff = new Backoff(new SecureRandom());
        var round = new Round(queue, log, postman, hash, backoff, clock, metrics);
        return new Courier(new Feeder(reading, transactions, log, webhooks, queue), queue, round, postman, views);
    }
}
