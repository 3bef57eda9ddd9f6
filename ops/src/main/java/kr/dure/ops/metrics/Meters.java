package kr.dure.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import kr.dure.api.projection.ProjectionMetrics;
import kr.dure.api.projection.Projector;
import kr.dure.api.projection.ProjectorState;
import kr.dure.core.eventlog.LogMetrics;

/** Counts what writer and projectors tell, and watches how the ledger stands. */
public final class Meters {
    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Of the writer. */
    public LogMetrics log() {
        return new OfLog(registry);
    }

    /** Of a group of projections. */
    public ProjectionMetrics projection(String group) {
        var written = Timer.builder(Names.PROJECTION_WRITE)
                .tag(Names.PROJECTION, group)
                .publishPercentileHistogram()
                .register(registry);
        return new ProjectionMetrics() {
            @Override
            public void written(int events, long nanos) {
                written.record(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }

    /** From now on looks at a group of projections. */
    public void watch(String group, Projector projector) {
        gauge(Names.PROJECTION_POSITION, group, projector, Projector::position);
        gauge(
                Names.PROJECTION_HALTED,
                group,
                projector,
                watched -> watched.state() instanceof ProjectorState.Halted ? 1 : 0);
    }

    private void gauge(String name, String group, Projector projector, ToDoubleFunction<Projector> value) {
        Gauge.builder(name, projector, value).tag(Names.PROJECTION, group).register(registry);
    }

    /** From now on looks at the ledger, through what is known of it. */
    public void watch(Vitals vitals) {
        Gauge.builder(Names.LOG_HEAD, vitals, Vitals::head).register(registry);
        Gauge.builder(Names.PROJECTION_LAG, vitals, Vitals::lag)
                .tag(Names.PROJECTION, "money")
                .baseUnit("events")
                .register(registry);
        Gauge.builder(Names.DEAD_LETTERS, vitals, Vitals::deadLetters).register(registry);
        Gauge.builder(Names.BOOKS_BALANCED, vitals, watched -> watched.books().isBalanced() ? 1 : 0)
                .register(registry);
        FunctionCounter.builder(Names.BOOKS_CHECKS, vitals, Vitals::checks).register(registry);
        Gauge.builder(Names.SETTLEMENT_AGE, vitals, Vitals::settlementAge)
                .baseUnit("seconds")
                .register(registry);
    }

    /** What the writer tells. */
    private static final class OfLog implements LogMetrics {
        private final MeterRegistry registry;
        private final Counter operations;
        private final Counter events;
        private final Counter missed;
        private final DistributionSummary batch;
        private final Timer commit;

        OfLog(MeterRegistry registry) {
            this.registry = registry;
            this.operations = registry.counter(Names.LOG_OPERATIONS);
            this.events = registry.counter(Names.LOG_EVENTS);
            this.missed = registry.counter(Names.LOG_MISSED);
            this.batch = DistributionSummary.builder(Names.LOG_BATCH)
                    .baseUnit("operations")
                    .publishPercentileHistogram()
                    .register(registry);
            this.commit =
                    Timer.builder(Names.LOG_COMMIT).publishPercentileHistogram().register(registry);
        }

        @Override
        public void missed() {
            missed.increment();
        }

        @Override
        public void committed(int decided, int appended, long nanos) {
            operations.increment(decided);
            events.increment(appended);
            batch.record(decided);
            commit.record(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void refused(String code) {
            registry.counter(Names.LOG_REFUSALS, Tags.of(Names.CODE, code)).increment();
        }
    }
}
