package kr.dure.core.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes, their log and their clients, and everything that may go wrong between them, each run repeatable by its seed. */
class SimulationTest {
    private static final long ONE = Long.getLong("dure.simulation.seed", -1);
    private static final int SEEDS = Integer.getInteger("dure.simulation.seeds", 100);

    @Test
    void someSeeds() {
        var seeds = ONE >= 0 ? LongStream.of(ONE) : LongStream.range(0, SEEDS);

        seeds.forEach(seed -> new SimulatedWorld(seed).run());
    }

    @Test
    @Tag("long")
    void manySeeds() {
        LongStream.range(0, 10_000).forEach(seed -> new SimulatedWorld(seed).run());
    }

    @Test
    void theSameSeedIsTheSameRun() {
        var first = new SimulatedWorld(4711);
        var second = new SimulatedWorld(4711);

        first.run();
        second.run();

        assertThat(second.trace()).isEqualTo(first.trace());
    }
}
