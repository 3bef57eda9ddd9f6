package kr.dure.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.settlement.SettlementEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every event that there is, with a golden file of each revision. A changed form breaks these tests: it takes a new
 * revision, a golden file of its own, and a reading of the old one.
 */
class EventCatalogueTest {
    private static final EventCodec CODEC = new EventCodec(
            families(),
            Features.all().stream()
                    .flatMap(feature -> feature.upcasters().stream())
                    .toList());

    static List<Class<? extends LedgerEvent>> families() {
        List<Class<? extends LedgerEvent>> families = new ArrayList<>();
        Features.all().forEach(feature -> families.addAll(feature.events()));
        families.add(SettlementEvent.class);
        return families;
    }

    static Stream<String> names() {
        return CODEC.names().stream();
    }

    static Stream<Class<?>> eventTypes() {
        return families().stream()
                .flatMap(EventCatalogueTest::leaves)
                .filter(type -> type.isAnnotationPresent(EventType.class));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCatalogueTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStoredEventIsReadAndWrittenAsItStands(String name) throws IOException {
        String golden = golden("/events/" + name + ".json").strip();

        assertThat(CODEC.write(event(name, golden))).isEqualTo(golden);
    }

    /** What a later revision added is not there. */
    @ParameterizedTest
    @ValueSource(strings = "wallet.MerchantPaid.1")
    void aStoredEventOfAnOlderRevisionIsReadAsOneOfTheNewest(String name) throws IOException {
        String golden = golden("/events/" + name + ".json").strip();

        assertThat(CODEC.write(event(name, golden))).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStoredEventStillBalances(String name) throws IOException {
        var event = event(name, golden("/events/" + name + ".json"));

        assertThat(PostingRules.of(event)).allMatch(posting -> posting.amount() != 0);
    }

    @Test
    void eachEventHasTheFieldsThatItIsAllowedAndNoOther() throws IOException {
        var fields = new TreeSet<String>();
        eventTypes().forEach(type -> {
            var name = type.getAnnotation(EventType.class);
            describe(name.value() + "." + name.revision(), type, fields);
        });

        assertThat(String.join("\n", fields))
                .isEqualTo(golden("/events/allowed-fields.txt").strip());
    }

    @Test
    void noEventHasAFieldForPersonalData() throws IOException {
        assertThat(golden("/events/allowed-fields.txt").lines())
                .noneMatch(line ->
                        line.toLowerCase(java.util.Locale.ROOT).matches(".*(birth|phone|address|email|fullname).*"));
    }

    private static void describe(String path, Type type, TreeSet<String> fields) {
        switch (type) {
            case ParameterizedType generic -> {
                for (Type argument : generic.getActualTypeArguments()) {
                    describe(path + "[]", argument, fields);
                }
            }
            case Class<?> record
            when record.isRecord() && record.getRecordComponents().length > 1 -> {
                for (RecordComponent component : record.getRecordComponents()) {
                    describe(path + " " + component.getName(), component.getGenericType(), fields);
                }
            }
            default -> fields.add(path + ": " + ((Class<?>) type).getSimpleName());
        }
    }

    private static LedgerEvent event(String name, String payload) {
        int dot = name.lastIndexOf('.');
        return CODEC.read(new StoredEvent(
                1,
                Instant.EPOCH,
                name.substring(0, dot),
                Integer.parseInt(name.substring(dot + 1)),
                "stream",
                0,
                null,
                null,
                null,
                payload));
    }

    private static String golden(String resource) throws IOException {
        try (InputStream in = EventCatalogueTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
