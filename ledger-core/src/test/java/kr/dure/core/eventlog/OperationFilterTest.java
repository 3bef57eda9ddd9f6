package kr.dure.core.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OperationFilterTest {
    private static final int EXPECTED = 100_000;

    @Property
    void forgetsNone(@ForAll Set<String> operations, @ForAll Set<String> others) {
        var filter = new OperationFilter(operations.size());

        operations.forEach(filter::add);
        others.forEach(filter::mayKnow);

        assertThat(operations).allMatch(filter::mayKnow);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(IntStream.range(0, EXPECTED)).noneMatch(i -> new OperationFilter(1).mayKnow("O" + i));
    }

    @Test
    void takesFewNewOnesForKnown() {
        var filter = new OperationFilter(EXPECTED);
        IntStream.range(0, EXPECTED).forEach(i -> filter.add("payment-" + i));

        long mistaken = IntStream.range(EXPECTED, 2 * EXPECTED)
                .filter(i -> filter.mayKnow("payment-" + i))
                .count();

        assertThat(mistaken).isLessThan(EXPECTED / 50);
    }

    @Test
    void forgetsNoneThatTwoAddAtOnce() throws Exception {
        var filter = new OperationFilter(1_000);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int half : new int[] {0, 1}) {
                threads.execute(() ->
                        IntStream.range(0, EXPECTED).filter(i -> i % 2 == half).forEach(i -> filter.add("O" + i)));
            }
        }
        assertThat(IntStream.range(0, EXPECTED)).allMatch(i -> filter.mayKnow("O" + i));
    }
}
