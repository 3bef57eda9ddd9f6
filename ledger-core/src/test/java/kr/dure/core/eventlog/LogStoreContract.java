package kr.dure.core.eventlog;

import static kr.dure.core.eventlog.SampleBatch.MORNING;
import static kr.dure.core.eventlog.SampleBatch.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.dure.core.id.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every log keeps to, wherever it is kept. */
abstract class LogStoreContract {
    LogStore log;
    long epoch;

    /** An empty log. */
    abstract LogStore newLog() throws Exception;

    @BeforeEach
    void openAnEmptyLog() throws Exception {
        log = newLog();
        epoch = log.takeLease("node A");
    }

    void append(SampleBatch batch) {
        log.append(batch.build(), epoch);
    }

    void refuses(SampleBatch batch) {
        assertThatExceptionOfType(LogRefused.class)
                .isThrownBy(() -> append(batch))
                .withMessageNotContaining("\n");
    }

    void holdsExactly(LogBatch... batches) {
        List<StoredEvent> expected = new ArrayList<>();
        for (LogBatch batch : batches) {
            expected.addAll(batch.events());
        }
        same(log.read(0, Integer.MAX_VALUE), expected);
        assertThat(log.head()).isEqualTo(expected.size());
    }

    /** The same records in the same order, digests compared by their bytes. */
    static void same(Collection<? extends Record> actual, Collection<? extends Record> expected) {
        assertThat(contents(actual)).isEqualTo(contents(expected));
    }

    private static List<List<Object>> contents(Collection<? extends Record> records) {
        return records.stream().map(LogStoreContract::content).toList();
    }

    private static List<Object> content(Record of) {
        List<Object> content = new ArrayList<>();
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(of);
                content.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return content;
    }

    @Nested
    class AnEmptyLog {
        @Test
        void hasNoEventsAndNoTime() {
            assertThat(log.head()).isZero();
            assertThat(log.latestTime()).isEqualTo(Instant.EPOCH);
            assertThat(log.read(0, 10)).isEmpty();
            assertThat(log.wholeStream("wallet/R1")).isEmpty();
        }

        @Test
        void knowsNothing() {
            assertThat(log.answered(List.of("O1")).accepted()).isEmpty();
            assertThat(log.answered(List.of("O1")).refused()).isEmpty();
            assertThat(log.latestOn(List.of("payment:O1"))).isEmpty();
            assertThat(log.streams(List.of("wallet/R1"))).isEmpty();
            assertThat(log.people(List.of(new PersonId("wallet/R1")))).isEmpty();
        }

        @Test
        void findsNothingWhenAskedForNothing() {
            assertThat(log.answered(List.of()).accepted()).isEmpty();
            assertThat(log.answered(List.of()).refused()).isEmpty();
            assertThat(log.latestOn(List.of())).isEmpty();
            assertThat(log.streams(List.of())).isEmpty();
            assertThat(log.people(List.of())).isEmpty();
        }
    }

    @Nested
    class WhatIsAppended {
        @Test
        void isReadBackAsItWasToTheNanosecondFrom2000To2199() {
            var first = new StoredEvent(
                    1,
                    Instant.parse("2000-01-01T00:00:00.000000001Z"),
                    "ledger.Opened",
                    1,
                    "ledger/창원",
                    0,
                    "열기 \"1\" {a,b} \\ 'x'",
                    new byte[] {0, 1, -1, 92, 39},
                    null,
                    "{\"name\":\"누비전 \uD83C\uDF3E\",\"quoted\":\"a\\\"b\\\\c\\u0000\",\"none\":null}");
            var second = new StoredEvent(
                    2,
                    Instant.parse("2199-12-31T23:59:59.999999999Z"),
                    "wallet.HoldLapsed",
                    12,
                    "wallet/R1",
                    0,
                    null,
                    null,
                    "hold:NULL",
                    "{}");

            append(batch().event(first).event(second));

            same(log.read(0, 10), List.of(first, second));
            same(log.wholeStream("ledger/창원"), List.of(first));
            same(log.answered(List.of(first.operation())).accepted().values(), List.of(first));
            same(log.latestOn(List.of("hold:NULL")).values(), List.of(second));
            assertThat(log.latestTime()).isEqualTo(second.at());
        }

        @Test
        void isReadInOrderAfterAPositionUpToALimit() {
            var all = SampleBatch.run(1, "wallet/R1", 0, 10);
            log.append(all, epoch);

            same(log.read(0, 3), all.events().subList(0, 3));
            same(log.read(3, 100), all.events().subList(3, 10));
            assertThat(log.read(10, 100)).isEmpty();
            assertThat(log.read(99, 100)).isEmpty();
            assertThat(log.head()).isEqualTo(10);
        }

        @Test
        void isFoundByOperationWhetherItWasAcceptedOrRefused() {
            var batch = batch().event(1, "wallet/R1", 0, "O1", null)
                    .event(2, "wallet/R1", 1, null, null)
                    .refusal("O2");
            append(batch);

            same(
                    log.answered(List.of("O1", "O2", "O3")).accepted().values(),
                    List.of(batch.build().events().getFirst()));
            same(
                    log.answered(List.of("O1", "O2", "O3")).refused().values(),
                    batch.build().refusals());
            assertThat(log.answered(List.of("O1")).accepted()).containsOnlyKeys("O1");
            assertThat(log.answered(List.of("O2")).refused()).containsOnlyKeys("O2");
        }

        @Test
        void namesAllItsOperationsPageByPage() {
            var batch = batch();
            for (int i = 1; i <= 150; i++) {
                batch.event(2L * i - 1, "wallet/R" + i, 0, "O" + i, null).event(2L * i, "wallet/R" + i, 1, null, null);
                batch.refusal("거절 " + i);
            }
            append(batch);

            List<String> all = new ArrayList<>();
            for (var page = log.operationsAfter(""); !page.isEmpty(); page = log.operationsAfter(page.getLast())) {
                all.addAll(page);
            }

            assertThat(all).hasSize(300).doesNotHaveDuplicates().contains("O1", "O150", "거절 1", "거절 150");
        }

        @Test
        void isFoundByItsSubjectTheLatestOnly() {
            append(batch().event(1, "wallet/R1", 0, "O1", "payment:P1").event(2, "wallet/R1", 1, "O2", "payment:P1"));
            append(batch().event(3, "wallet/R1", 2, "O3", "payment:P2").event(4, "wallet/R2", 0, "O4", "payment:P1"));

            var latest = log.latestOn(List.of("payment:P1", "payment:P2", "payment:P3"));

            assertThat(latest).containsOnlyKeys("payment:P1", "payment:P2");
            assertThat(latest.get("payment:P1").position()).isEqualTo(4);
            assertThat(latest.get("payment:P2").position()).isEqualTo(3);
        }

        @Test
        void tellsTheLatestTimeOfEventsAndRefusals() {
            append(batch().event(1, "wallet/R1", 0));
            assertThat(log.latestTime()).isEqualTo(MORNING.plusNanos(1));

            append(batch().refusal("O2", MORNING.plusSeconds(60)).refusal("O3", MORNING.plusSeconds(61)));
            assertThat(log.latestTime()).isEqualTo(MORNING.plusSeconds(61));
        }

        @Test
        void includesWhatIsSealedOfPeople() {
            var batch = batch().event(1, "wallet/R1", 0).person("wallet/R1").person("wallet/R2");
            append(batch);

            var found = log.people(List.of(new PersonId("wallet/R2"), new PersonId("wallet/R9")));

            assertThat(found).containsOnlyKeys(new PersonId("wallet/R2"));
            same(found.values(), batch.build().people().subList(1, 2));
        }

        @Test
        void mayBeRefusalsAloneOrPeopleAlone() {
            append(batch().refusal("O1"));
            append(batch().person("wallet/R1"));

            assertThat(log.answered(List.of("O1")).refused()).hasSize(1);
            assertThat(log.people(List.of(new PersonId("wallet/R1")))).hasSize(1);
            assertThat(log.head()).isZero();
        }
    }

    @Nested
    class TheOneOrder {
        private final LogBatch first = SampleBatch.run(1, "wallet/R1", 0, 2);

        @BeforeEach
        void twoEventsAreThere() {
            log.append(first, epoch);
        }

        @Test
        void hasNoGapBetweenBatches() {
            refuses(batch().event(4, "wallet/R1", 2));
            holdsExactly(first);
        }

        @Test
        void hasNoGapWithinABatch() {
            refuses(batch().event(3, "wallet/R1", 2).event(5, "wallet/R1", 3));
            holdsExactly(first);
        }

        @Test
        void givesNoPlaceTwice() {
            refuses(batch().event(2, "wallet/R2", 0, "O9", null));
            refuses(batch().event(1, "wallet/R2", 0, "O9", null));
            holdsExactly(first);
        }

        @Test
        void givesNoPlaceInAStreamTwice() {
            refuses(batch().event(3, "wallet/R1", 1));
            holdsExactly(first);
        }

        @Test
        void goesOnAfterSomethingWasRefused() {
            refuses(batch().event(3, "wallet/R1", 1));

            var next = SampleBatch.run(3, "wallet/R1", 2, 2);
            log.append(next, epoch);

            holdsExactly(first, next);
        }
    }

    @Nested
    class AnOperation {
        @BeforeEach
        void oneWasAcceptedAndOneRefused() {
            append(batch().event(1, "wallet/R1", 0, "accepted", null).refusal("refused"));
        }

        @Test
        void isAcceptedOnlyOnce() {
            refuses(batch().event(2, "wallet/R2", 0, "accepted", null));
            refuses(batch().event(2, "wallet/R2", 0, "new", null).event(3, "wallet/R2", 1, "new", null));
            assertThat(log.head()).isEqualTo(1);
        }

        @Test
        void isRefusedOnlyOnce() {
            refuses(batch().refusal("refused", MORNING.plusSeconds(1)));
            assertThat(log.latestTime()).isEqualTo(MORNING.plusNanos(1));
        }
    }

    @Nested
    class ABatchIsAllOrNothing {
        private final LogBatch before =
                batch().event(1, "wallet/R1", 0).refusal("R").person("P").build();

        @BeforeEach
        void somethingIsThere() {
            log.append(before, epoch);
        }

        @Test
        void whenAnEventIsWrong() {
            refuses(batch().event(2, "wallet/R1", 1)
                    .event(3, "wallet/R1", 0)
                    .refusal("R2")
                    .person("P2"));
            nothingWasAdded();
        }

        @Test
        void whenARefusalIsWrong() {
            refuses(batch().event(2, "wallet/R1", 1).refusal("R2").refusal("R").person("P2"));
            nothingWasAdded();
        }

        @Test
        void whenAPersonIsWrong() {
            refuses(batch().event(2, "wallet/R1", 1).refusal("R2").person("P2").person("P"));
            nothingWasAdded();
        }

        private void nothingWasAdded() {
            holdsExactly(before);
            assertThat(log.wholeStream("wallet/R1")).hasSize(1);
            assertThat(log.answered(List.of("O2", "O3")).accepted()).isEmpty();
            assertThat(log.answered(List.of("R2")).refused()).isEmpty();
            assertThat(log.people(List.of(new PersonId("P2")))).isEmpty();
            assertThat(log.latestTime()).isEqualTo(MORNING.plusNanos(1));
        }
    }

    @Nested
    class TheLease {
        @Test
        void isNewerEachTime() {
            assertThat(log.takeLease("node A")).isGreaterThan(epoch);
        }

        @Test
        void isShownWithItsHolder() {
            assertThat(log.lease()).isEqualTo(new Lease(epoch, "node A"));

            log.releaseLease();

            assertThat(log.lease()).isEqualTo(new Lease(epoch, null));
            epoch = log.takeLease("node B");
            assertThat(log.lease()).isEqualTo(new Lease(epoch, "node B"));
        }

        @Test
        void keepsOutWhoHasAnOlderOne() {
            long older = epoch;
            epoch = log.takeLease("node B");

            assertThatExceptionOfType(LeaseLost.class)
                    .isThrownBy(() -> log.append(
                            batch().event(1, "wallet/R1", 0)
                                    .refusal("R")
                                    .person("P")
                                    .build(),
                            older));

            holdsExactly();
            assertThat(log.answered(List.of("R")).refused()).isEmpty();
            assertThat(log.people(List.of(new PersonId("P")))).isEmpty();
            append(batch().event(1, "wallet/R1", 0));
            assertThat(log.head()).isEqualTo(1);
        }

        @Test
        void isNoLongerThereWhenItWasGivenBack() {
            log.releaseLease();

            assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> append(batch().event(1, "wallet/R1", 0)));
            holdsExactly();
        }
    }

    @Nested
    class AStream {
        @BeforeEach
        void twoStreamsAreThere() {
            log.append(SampleBatch.run(1, "wallet/R1", 0, 5), epoch);
            log.append(SampleBatch.run(6, "wallet/R2", 0, 3), epoch);
        }

        @Test
        void comesFromItsBeginningWithoutASnapshot() {
            var streams = log.streams(List.of("wallet/R1", "wallet/R2", "wallet/R3"));

            assertThat(streams).containsOnlyKeys("wallet/R1", "wallet/R2");
            assertThat(streams.get("wallet/R1").snapshot()).isNull();
            same(streams.get("wallet/R1").events(), log.read(0, 5));
            same(streams.get("wallet/R2").events(), log.read(5, 3));
        }

        @Test
        void comesFromItsSnapshotOn() {
            var snapshot = new StoredSnapshot("wallet/R1", 2, "Wallet-1", "{\"쌈지\":3}");
            log.keep(List.of(snapshot));

            var streams = log.streams(List.of("wallet/R1", "wallet/R2"));

            assertThat(streams.get("wallet/R1").snapshot()).isEqualTo(snapshot);
            same(streams.get("wallet/R1").events(), log.read(3, 2));
            assertThat(streams.get("wallet/R2").snapshot()).isNull();
            same(log.wholeStream("wallet/R1"), log.read(0, 5));
        }

        @Test
        void mayHaveNothingAfterItsSnapshot() {
            var snapshot = new StoredSnapshot("wallet/R1", 4, "Wallet-1", "{}");
            log.keep(List.of(snapshot));

            assertThat(log.streams(List.of("wallet/R1")))
                    .containsExactly(Map.entry("wallet/R1", new StreamTail(snapshot, List.of())));
        }

        @Test
        void mayBeASnapshotAlone() {
            var checkpoint = new StoredSnapshot("book/Merchants", 8, "Merchants-1", "{}");
            log.keep(List.of(checkpoint));

            assertThat(log.streams(List.of("book/Merchants", "book/Budget")))
                    .containsExactly(Map.entry("book/Merchants", new StreamTail(checkpoint, List.of())));
        }

        @Test
        void keepsItsNewestSnapshot() {
            var newest = new StoredSnapshot("wallet/R1", 3, "Wallet-1", "{\"newest\":true}");
            log.keep(List.of(new StoredSnapshot("wallet/R1", 1, "Wallet-1", "{}")));
            log.keep(List.of(
                    newest,
                    new StoredSnapshot("wallet/R1", 2, "Wallet-1", "{}"),
                    new StoredSnapshot("wallet/R2", 0, "Wallet-1", "{}")));
            log.keep(List.of(new StoredSnapshot("wallet/R1", 2, "Wallet-1", "{}")));

            var streams = log.streams(List.of("wallet/R1", "wallet/R2"));
            assertThat(streams.get("wallet/R1").snapshot()).isEqualTo(newest);
            assertThat(streams.get("wallet/R2").events()).hasSize(2);
        }

        @Test
        void takesASnapshotOfOtherCodeAtTheSamePlace() {
            var other = new StoredSnapshot("wallet/R1", 3, "Wallet-2", "{}");
            log.keep(List.of(new StoredSnapshot("wallet/R1", 3, "Wallet-1", "{}")));
            log.keep(List.of(other));

            assertThat(log.streams(List.of("wallet/R1")).get("wallet/R1").snapshot())
                    .isEqualTo(other);
        }
    }

    @Nested
    class ManyAtOnce {
        private static final int MANY = 20_000;
        private final List<String> operations = names("O");
        private final List<String> subjects = names("payment:O");
        private final List<String> streams = names("wallet/R");

        @BeforeEach
        void halfOfThemAreThere() {
            var batch = batch();
            for (int i = 0; i < MANY / 2; i++) {
                batch.event(i + 1, streams.get(i), 0, operations.get(i), subjects.get(i));
            }
            for (int i = MANY / 2; i < MANY; i++) {
                batch.refusal(operations.get(i)).person(streams.get(i));
            }
            append(batch);
        }

        @Test
        void areFoundAgainAndAgain() {
            for (int time = 0; time < 3; time++) {
                assertThat(log.answered(operations).accepted().keySet())
                        .hasSize(MANY / 2)
                        .contains("O0", "O9999");
                assertThat(log.answered(operations).refused().keySet())
                        .hasSize(MANY / 2)
                        .contains("O10000", "O19999");
                assertThat(log.latestOn(subjects).keySet()).hasSize(MANY / 2);
                assertThat(log.streams(streams).keySet()).hasSize(MANY / 2);
                assertThat(log.people(streams.stream().map(PersonId::new).toList()))
                        .hasSize(MANY / 2);
            }
        }

        @Test
        void areKeptAsSnapshots() {
            log.keep(streams.subList(0, MANY / 2).stream()
                    .map(stream -> new StoredSnapshot(stream, 0, "Wallet-1", "{}"))
                    .toList());

            assertThat(log.streams(streams).values())
                    .hasSize(MANY / 2)
                    .allMatch(tail -> tail.snapshot() != null && tail.events().isEmpty());
        }

        @Test
        void areOneStream() {
            log.append(SampleBatch.run(MANY / 2 + 1, "wallet/long", 0, 12_345), epoch);

            var whole = log.wholeStream("wallet/long");

            assertThat(whole).extracting(StoredEvent::sequence).isSorted().hasSize(12_345);
            same(whole, log.read(MANY / 2, 20_000));
        }

        private static List<String> names(String prefix) {
            return IntStream.range(0, MANY).mapToObj(i -> prefix + i).toList();
        }
    }
}
