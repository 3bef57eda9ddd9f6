package kr.dure.ops.serve;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import kr.dure.api.live.Hub;
import kr.dure.api.webhook.Deliveries;
import kr.dure.api.webhook.WebhookMetrics;
import kr.dure.ops.metrics.LiveMeters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How those are counted who listen, and what is sent to them. */
@Configuration(proxyBeanMethods = false)
class LiveMetrics {
    @Bean
    WebhookMetrics webhookMetrics(PrometheusMeterRegistry metrics) {
        return LiveMeters.webhooks(metrics);
    }

    @Bean
    LiveMeters liveMeters(PrometheusMeterRegistry metrics, Hub hub, Deliveries deliveries, Clock clock) {
        return new LiveMeters(metrics, hub, deliveries, clock);
    }
}
