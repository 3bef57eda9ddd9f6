package kr.dure.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dure.core.eventlog.SnapshotCodec;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;
import org.junit.jupiter.api.Test;

/** A wallet with an open hold comes back from its snapshot as it was. */
class HoldSnapshotTest {
    private final SnapshotCodec codec = new SnapshotCodec();

    @Test
    void parts_keep_whether_they_earn_cashback() {
        var hold = new Hold(
                new OperationId("H1"),
                new MerchantId("BAKERY"),
                Won.of(3_000),
                List.of(
                        PotUse.of(1, PotKind.POLICY, Won.of(1_000)),
                        new PotUse(2, PotKind.POLICY, Won.of(2_000), true)),
                Instant.parse("2026-11-22T00:30:00Z"));

        assertThat(codec.read(codec.write(hold), Hold.class)).isEqualTo(hold);
    }
}
