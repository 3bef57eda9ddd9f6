package kr.dure.ops.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.dure.api.live.Hub;
import kr.dure.api.webhook.Deliveries;
import kr.dure.api.webhook.WebhookMetrics;

/** Watches who listens, and counts what is sent to receivers. */
public final class LiveMeters {
    private final Supplier<Long> waiting;

    /** From now on looks at them. */
    public LiveMeters(MeterRegistry registry, Hub hub, Deliveries deliveries, Clock clock) {
        waiting = new Remembered<>(clock, Vitals.FRESH, deliveries::waiting);
        Gauge.builder(Names.LIVE_LISTENERS, hub, Hub::open).register(registry);
        FunctionCounter.builder(Names.LIVE_CUT_OFF, hub, Hub::cutOff).register(registry);
        Gauge.builder(Names.WEBHOOK_WAITING, this, meters -> meters.waiting.get())
                .register(registry);
    }

    /** Of those who deliver. */
    public static WebhookMetrics webhooks(MeterRegistry registry) {
        var delivered = attempts(registry, "delivered");
        var failed = attempts(registry, "failed");
        return (success, nanos) -> (success ? delivered : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer attempts(MeterRegistry registry, String outcome) {
        return Timer.builder(Names.WEBHOOK_ATTEMPTS).tag(Names.OUTCOME, outcome).register(registry);
    }
}
