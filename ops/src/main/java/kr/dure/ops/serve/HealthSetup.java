package kr.dure.ops.serve;

import kr.dure.api.projection.ProjectorState;
import kr.dure.ops.metrics.Vitals;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the ledger is, for those who must act on it. */
@Configuration(proxyBeanMethods = false)
class HealthSetup {
    /** Down while the views of money stand still; what they show is right, but no longer new. */
    @Bean
    HealthIndicator viewsHealthIndicator(Vitals vitals) {
        return () -> switch (vitals.money().state()) {
            case ProjectorState.Halted halted ->
                Health.down()
                        .withDetail("haltedAt", halted.position())
                        .withDetail("error", halted.error())
                        .build();
            case ProjectorState.Waiting waiting ->
                Health.down().withDetail("waitsFor", waiting.why()).build();
            case ProjectorState.Stopped _ -> Health.outOfService().build();
            case ProjectorState.Leading _, ProjectorState.Following _ ->
                Health.up().withDetail("position", vitals.money().position()).build();
        };
    }

    /** Down if all balances together are not zero in each unit. */
    @Bean
    HealthIndicator booksHealthIndicator(Vitals vitals) {
        return () -> {
            var books = vitals.books();
            return books.isBalanced()
                    ? Health.up().build()
                    : Health.down().withDetail("sums", books.sums().toString()).build();
        };
    }
}
