package kr.dure.api.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.dure.api.Town;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the log is cut into batches. */
class BatchReaderTest {
    private static final EventCodec CODEC = Town.codec();
    private static final Instant BEFORE_MIDNIGHT = Town.time("2026-10-01T23:59:59+09:00");
    private static final Instant AFTER_MIDNIGHT = Town.time("2026-10-02T00:00:00+09:00");

    private final List<StoredEvent> log = new ArrayList<>();
    private final BatchReader reader = new BatchReader(this::read, CODEC, () -> List.of(new Nothing()));

    private List<StoredEvent> read(long after, int limit) {
        return log.stream()
                .filter(event -> event.position() > after)
                .limit(limit)
                .toList();
    }

    /** An operation with some events. */
    private void operation(Instant at, int events) {
        for (int i = 0; i < events; i++) {
            long position = log.size() + 1;
            add(position, at, i == 0 ? "op" + position : null, CODEC.write(new WalletFrozen(new WalletId("영희"))));
        }
    }

    private void add(long position, Instant at, @Nullable String operation, String payload) {
        byte[] digest = operation == null ? null : new byte[1];
        log.add(new StoredEvent(
                position, at, "wallet.WalletFrozen", 1, "wallet/영희", position, operation, digest, null, payload));
    }

    @Test
    void anEmptyLogGivesAnEmptyBatch() {
        assertThat(reader.read(0, 10, Set.of()).isEmpty()).isTrue();
    }

    @Test
    void theRestOfTheLogIsOneBatch() {
        operation(BEFORE_MIDNIGHT, 2);
        operation(BEFORE_MIDNIGHT, 3);

        var batch = reader.read(0, 10, Set.of());

        assertThat(batch.position()).isEqualTo(5);
        assertThat(batch.at()).isEqualTo(Nanos.of(BEFORE_MIDNIGHT));
    }

    @Test
    void noOperationIsSplit() {
        operation(BEFORE_MIDNIGHT, 3);
        operation(BEFORE_MIDNIGHT, 3);
        operation(BEFORE_MIDNIGHT, 3);

        assertThat(reader.read(0, 5, Set.of()).position()).isEqualTo(3);
        assertThat(reader.read(3, 4, Set.of()).position()).isEqualTo(6);
        assertThat(reader.read(6, 3, Set.of()).position()).isEqualTo(9);
    }

    @Test
    void anOperationLongerThanABatchIsOneByItself() {
        operation(BEFORE_MIDNIGHT, 100);
        operation(BEFORE_MIDNIGHT, 1);

        assertThat(reader.read(0, 2, Set.of()).position()).isEqualTo(100);
    }

    @Test
    void anEndlessOperationIsSplitAllTheSame() {
        operation(BEFORE_MIDNIGHT, BatchReader.LONGEST_OPERATION + 10);

        assertThat(reader.read(0, 2, Set.of()).position()).isEqualTo(BatchReader.LONGEST_OPERATION);
        assertThat(reader.read(BatchReader.LONGEST_OPERATION, 20, Set.of()).position())
                .isEqualTo(BatchReader.LONGEST_OPERATION + 10);
    }

    @Test
    void aBatchEndsAtMidnightInKorea() {
        operation(BEFORE_MIDNIGHT, 1);
        operation(BEFORE_MIDNIGHT, 1);
        operation(AFTER_MIDNIGHT, 1);

        assertThat(reader.read(0, 10, Set.of()).position()).isEqualTo(2);
        assertThat(reader.read(2, 10, Set.of()).position()).isEqualTo(3);
    }

    @Test
    void whatComesBeforeAnUnreadableOperationIsStillABatch() {
        operation(BEFORE_MIDNIGHT, 1);
        operation(BEFORE_MIDNIGHT, 1);
        add(3, BEFORE_MIDNIGHT, null, "no JSON");
        operation(BEFORE_MIDNIGHT, 1);

        assertThat(reader.read(0, 10, Set.of()).position()).isEqualTo(1);
        assertThatThrownBy(() -> reader.read(1, 10, Set.of()))
                .isInstanceOf(Poison.class)
                .extracting(poison -> ((Poison) poison).position())
                .isEqualTo(3L);
    }

    @Test
    void aGapIsPoison() {
        operation(BEFORE_MIDNIGHT, 1);
        add(3, BEFORE_MIDNIGHT, "op3", CODEC.write(new WalletFrozen(new WalletId("영희"))));

        assertThat(reader.read(0, 10, Set.of()).position()).isEqualTo(1);
        assertThatThrownBy(() -> reader.read(1, 10, Set.of()))
                .hasMessageContaining("the log goes on at 3 instead of 2");
    }

    private static final class Nothing implements Changes {
        @Override
        public void take(Fact fact) {}

        @Override
        public void write(Connection connection, long before) {}
    }
}
