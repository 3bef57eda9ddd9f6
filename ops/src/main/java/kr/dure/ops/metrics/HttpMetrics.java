package kr.dure.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the interface over HTTP tells: how many requests, how they were answered, and how long that took. */
public final class HttpMetrics {
    private static final int CLASSES = 6;
    private static final int HUNDRED = 100;

    private final List<Timer> byClass = new ArrayList<>();
    private final Counter shed;
    private final AtomicInteger underWay = new AtomicInteger();

    public HttpMetrics(MeterRegistry registry) {
        for (int status = 0; status < CLASSES; status++) {
            byClass.add(Timer.builder(Names.HTTP_REQUESTS)
                    .tag(Names.STATUS, status + "xx")
                    .publishPercentileHistogram()
                    .register(registry));
        }
        this.shed = registry.counter(Names.HTTP_SHED);
        Gauge.builder(Names.HTTP_UNDER_WAY, underWay, AtomicInteger::get).register(registry);
    }

    /** How many are being worked on. */
    public AtomicInteger underWay() {
        return underWay;
    }

    public void answered(int status, long nanos) {
        byClass.get(Math.clamp(status / HUNDRED, 0, CLASSES - 1)).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Turned away at the door. */
    public void shed() {
        shed.increment();
    }
}
