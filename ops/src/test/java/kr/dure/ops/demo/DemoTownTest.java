package kr.dure.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTownTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> lines = DemoTown.lines().map(JSON::readTree).toList();

    @Test
    void isTheSameEveryTime() throws IOException {
        byte[] first = file();
        assertThat(file()).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .isEqualTo(DemoTown.lines().map(line -> line + "\n").collect(Collectors.joining()));
    }

    @Test
    void isTheSameInEveryCountry() throws IOException {
        byte[] here = file();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(file()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isSmall() {
        assertThat(lines).hasSizeBetween(2_500, 3_500);
    }

    @Test
    void goesOnInTheOrderOfTimeThroughOneMonthInKorea() {
        var times = lines.stream()
                .map(line -> OffsetDateTime.parse(line.get("at").stringValue()))
                .toList();
        assertThat(times).isSorted().allSatisfy(at -> {
            assertThat(at.getOffset()).isEqualTo(ZoneOffset.ofHours(9));
            assertThat(at.toLocalDate()).isBetween(DemoCalendar.day(1), DemoCalendar.day(31));
        });
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(lines).extracting(line -> line.get("id").stringValue()).doesNotHaveDuplicates();
    }

    @Test
    void usesEveryOperation() {
        assertThat(lines)
                .extracting(line -> line.get("op").stringValue())
                .contains(java.util.Arrays.stream(DemoOp.values())
                        .map(DemoOp::inTownFile)
                        .toArray(String[]::new));
    }

    @Test
    void isQuietAtNight() {
        long atNight = lines.stream()
                .map(line -> OffsetDateTime.parse(line.get("at").stringValue()).getHour())
                .filter(hour -> hour < 6)
                .count();
        assertThat(atNight).isBetween(20L, lines.size() / 20L);
    }

    private static byte[] file() throws IOException {
        try (var file = DemoTown.file()) {
            return file.readAllBytes();
        }
    }
}
