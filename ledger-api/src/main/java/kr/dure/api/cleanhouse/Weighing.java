package kr.dure.api.cleanhouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import kr.dure.api.contract.Shape;
import kr.dure.api.http.Count;
import kr.dure.api.http.Name;
import kr.dure.api.http.Problem;
import kr.dure.core.cleanhouse.CleanHouseCommand.Weigh;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;

/**
 * What a scale has weighed, as it signed it.
 *
 * @param weighedAt a time with its offset (RFC 3339), signed as it is spelled
 * @param counter of the device: no two of its weighings have the same one
 * @param signature Ed25519 over {@link #signed}, 64 bytes in Base64
 */
public record Weighing(
        ProgrammeId programme,
        Name site,
        Name device,
        WalletId wallet,
        Name material,
        Count grams,
        Name weighedAt,
        Counter counter,
        String signature) {

    /** The number of a weighing: a whole number from 1 to 2⁵³ − 1. */
    @Shape(from = 1, to = Counter.LARGEST)
    public record Counter(@JsonValue long value) {
        static final long LARGEST = (1L << 53) - 1;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Counter {
            if (value < 1 || value > LARGEST) {
                throw new IllegalArgumentException("is a whole number from 1 to " + LARGEST);
            }
        }
    }

    /**
     * The bytes that the device signs: nine lines in UTF-8, each but the last ended by a line feed (U+000A), which none of
     * them can contain: {@code
     * dure-weighing-1}, programme, site, device, wallet, material, grams and counter as decimal
     * digits, and the time as it is spelled.
     */
    byte[] signed() {
        return String.join(
                        "\n",
                        "dure-weighing-1",
                        programme.value(),
                        site.value(),
                        device.value(),
                        wallet.value(),
                        material.value(),
                        Long.toString(grams.value()),
                        Long.toString(counter.value()),
                        weighedAt.value())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Problem if it is no time */
    Instant at() {
        try {
            return OffsetDateTime.parse(weighedAt.value()).toInstant();
        } catch (DateTimeException none) {
            throw Problem.invalid("/weighedAt", "is a time with its offset (RFC 3339): " + none.getMessage());
        }
    }

    Weigh command(OperationId deposit) {
        return new Weigh(deposit, programme, site.value(), device.value(), wallet, material.value(), grams.value());
    }
}
