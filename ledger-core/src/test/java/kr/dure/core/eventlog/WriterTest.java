package kr.dure.core.eventlog;

import static kr.dure.core.Town.BAKERY;
import static kr.dure.core.Town.CHEOLSU;
import static kr.dure.core.Town.GANGNARU;
import static kr.dure.core.Town.OCTOBER_20;
import static kr.dure.core.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.BOOLEAN;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dure.core.Features;
import kr.dure.core.Town;
import kr.dure.core.cleanhouse.CleanHouseCommand.BuyBags;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.eventlog.Answer.IdReused;
import kr.dure.core.eventlog.Answer.Refused;
import kr.dure.core.eventlog.Answer.TimeWentBack;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationCommand.Item;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletCommand.VoidHold;
import kr.dure.core.wallet.WalletEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one writer promises, whatever it decides. */
class WriterTest {
    private static final EventCodec CODEC = EventCodec.of(Features.all());

    private final MemoryLog log = new MemoryLog();
    private Town town = new Town(log).withItsPeople();

    @AfterEach
    void close() {
        town.close();
    }

    private void restart() {
        town.close();
        town = new Town(log);
        town.at(OCTOBER_20);
    }

    private static PayMerchant pay(OperationId id, long amount) {
        return new PayMerchant(id, YOUNGHEE, BAKERY, Won.of(amount));
    }

    @Nested
    class AnOperation {
        private final OperationId id = new OperationId("같은 번호");

        @Test
        void isAcceptedWithItsFirstEvent() {
            var answer = town.charges(YOUNGHEE, 10_000);

            assertThat(answer).isEqualTo(Known.of(town.lastStored(), CODEC).answer());
        }

        @Test
        void thatIsRehearsedIsAnsweredAsIfAndForgotten() {
            town.charges(YOUNGHEE, 10_000);
            long head = log.head();

            var rehearsed = town.rehearses(id, pay(id, 7_000));
            assertThat(town.rehearses(id, pay(id, 7_000))).isEqualTo(rehearsed);
            assertThat(log.head()).isEqualTo(head);
            assertThat(town.rehearses(id, pay(id, 10_001)))
                    .isEqualTo(new Refused("insufficient-balance", "{\"spendable\":10000,\"amount\":10001}"));

            assertThat(town.does(id, pay(id, 7_000)))
                    .isEqualTo(rehearsed)
                    .isEqualTo(Known.of(town.lastStored(), CODEC).answer());
            assertThat(town.rehearses(town.nextId(), pay(id, 3_001))).isInstanceOf(Refused.class);
            assertThat(town.pays(YOUNGHEE, BAKERY, 3_000)).isInstanceOf(Accepted.class);
        }

        @Test
        void thatIsRehearsedLeavesNoHoldLapsed() {
            town.charges(YOUNGHEE, 10_000);
            town.does(id, new PlaceHold(id, YOUNGHEE, BAKERY, Won.of(10_000)));
            long head = log.head();

            var later = town.later(Duration.ofHours(1));
            assertThat(later.rehearses(later.nextId(), pay(id, 7_000))).isInstanceOf(Accepted.class);
            assertThat(log.head()).isEqualTo(head);
            assertThat(later.pays(YOUNGHEE, BAKERY, 7_000)).isInstanceOf(Accepted.class);
            assertThat(town.events().subList((int) head, (int) log.head()))
                    .hasExactlyElementsOfTypes(WalletEvent.HoldLapsed.class, WalletEvent.MerchantPaid.class);
        }

        @Test
        void thatIsRefusedLeavesNoEvent() {
            long before = log.head();

            assertThat(town.pays(YOUNGHEE, BAKERY, 1))
                    .isEqualTo(new Refused("insufficient-balance", "{\"spendable\":0,\"amount\":1}"));
            assertThat(log.head()).isEqualTo(before);
        }

        @Test
        void onAnUnknownWalletIsRefusedLikeAnyOther() {
            var nobody = new WalletId("없는 사람");

            assertThat(town.pays(nobody, BAKERY, 1)).isEqualTo(new Refused("wallet-unknown", "{\"wallet\":\"없는 사람\"}"));
        }

        @Test
        void repeatedGetsItsFirstAnswerAlsoAfterARestart() {
            town.charges(YOUNGHEE, 10_000);
            var first = town.does(id, pay(id, 7_000));
            long head = log.head();

            assertThat(town.later(Duration.ofHours(1)).does(id, pay(id, 7_000))).isEqualTo(first);
            restart();
            assertThat(town.does(id, pay(id, 7_000))).isEqualTo(first);
            assertThat(log.head()).isEqualTo(head);
        }

        @Test
        void isNotLookedUpWhenItIsKnownToBeNew() {
            town.charges(YOUNGHEE, 10_000);
            var known = town.does(id, pay(id, 1));
            town.close();
            Set<Object> lookedUp = ConcurrentHashMap.newKeySet();
            town = new Town(noting(lookedUp));

            await().until(() -> {
                var fresh = town.nextId();
                return town.does(fresh, pay(fresh, 1)) instanceof Accepted && !lookedUp.contains(fresh.value());
            });
            assertThat(town.does(id, pay(id, 1))).isEqualTo(known);
            assertThat(lookedUp).contains(id.value());
        }

        private LogStore noting(Set<Object> lookedUp) {
            return (LogStore) Proxy.newProxyInstance(
                    LogStore.class.getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("answered")) {
                            lookedUp.addAll((Collection<?>) arguments[0]);
                        }
                        return method.invoke(log, arguments);
                    });
        }

        @Test
        void refusedAndRepeatedIsRefusedAgainThoughItCouldNowSucceed() {
            var first = town.does(id, pay(id, 7_000));
            town.charges(YOUNGHEE, 10_000);

            assertThat(town.does(id, pay(id, 7_000))).isEqualTo(first);
            restart();
            assertThat(town.does(id, pay(id, 7_000))).isEqualTo(first);
        }

        @Test
        void withTheIdOfAnotherIsRefusedByName() {
            town.charges(YOUNGHEE, 10_000);
            town.does(id, pay(id, 7_000));

            assertThat(town.does(id, pay(id, 1))).isEqualTo(new IdReused());
            restart();
            assertThat(town.does(id, pay(id, 1))).isEqualTo(new IdReused());
        }

        @Test
        void thatLiesBeforeTheLatestClaimsNoId() {
            town.later(Duration.ofHours(1)).charges(YOUNGHEE, 10_000);

            assertThat(town.later(Duration.ofMinutes(-1)).does(id, pay(id, 1))).isInstanceOf(TimeWentBack.class);
            assertThat(town.later(Duration.ofMinutes(1)).does(id, pay(id, 1))).isInstanceOf(Accepted.class);
        }

        @Test
        void thatWasRefusedMovesTheClockAlsoAfterARestart() {
            town.later(Duration.ofHours(1)).pays(YOUNGHEE, BAKERY, 1);
            town.close();
            town = new Town(log);

            assertThat(town.does(id, pay(id, 1))).isInstanceOf(TimeWentBack.class);
        }
    }

    @Nested
    class OneBatch {
        @Test
        void decidesOneAfterTheOtherOnWhatIsNotYetCommitted() throws Exception {
            town.charges(YOUNGHEE, 10_000);
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                var id = new OperationId("payment " + i);
                answers.add(town.submits(id, pay(id, 100)));
            }

            long accepted = 0;
            for (var answer : answers) {
                accepted += answer.get() instanceof Accepted ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(100);
        }

        @Test
        void findsWhatItHasJustDoneById() throws Exception {
            town.charges(YOUNGHEE, 10_000);
            var payment = new OperationId("payment");
            var refund = new OperationId("refund");

            var paid = town.submits(payment, pay(payment, 5_000));
            var refunded = town.submits(refund, new RefundPayment(refund, payment, Won.of(2_000)));
            var again = town.submits(payment, pay(payment, 5_000));

            assertThat(refunded.get()).isInstanceOf(Accepted.class);
            assertThat(again.get()).isEqualTo(paid.get());
        }
    }

    @Nested
    class TheLog {
        @Test
        void hasOneOrderWithoutGaps() {
            town.charges(YOUNGHEE, 10_000);
            town.pays(YOUNGHEE, BAKERY, 10);

            assertThat(log.read(0, 100)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }

        @Test
        void bearsTheOperationOnItsFirstEventThatIsNotOfTime() {
            town.charges(YOUNGHEE, 10_000);
            var hold = town.nextId();
            town.does(hold, new PlaceHold(hold, YOUNGHEE, BAKERY, Won.of(4_000)));

            var answer = town.later(Duration.ofMinutes(30)).pays(YOUNGHEE, BAKERY, 9_000);

            var stored = log.read(log.head() - 2, 2);
            assertThat(stored)
                    .extracting(StoredEvent::type)
                    .containsExactly("wallet.HoldLapsed", "wallet.MerchantPaid");
            assertThat(stored.getFirst().operation()).isNull();
            assertThat(answer).isEqualTo(Known.of(stored.getLast(), CODEC).answer());
        }

        @Test
        void keepsALapseThoughTheDecisionAfterItIsARefusal() {
            town.charges(YOUNGHEE, 10_000);
            var hold = town.nextId();
            town.does(hold, new PlaceHold(hold, YOUNGHEE, BAKERY, Won.of(4_000)));

            assertThat(town.later(Duration.ofMinutes(30)).pays(YOUNGHEE, BAKERY, 10_001))
                    .isInstanceOf(Refused.class);
            assertThat(town.lastEvent()).isEqualTo(new WalletEvent.HoldLapsed(YOUNGHEE, hold, Won.of(4_000)));
        }
    }

    @Nested
    class AWriterThatCloses {
        @Test
        void answersEverythingThatWasHandedIn() throws Exception {
            var full = town;
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                var id = new OperationId("payment " + i);
                answers.add(full.submits(id, pay(id, 100)));
            }

            full.close();

            for (var answer : answers) {
                assertThat(answer.handle((given, failure) -> given != null || failure instanceof NobodyDecides))
                        .succeedsWithin(Duration.ofSeconds(10), as(BOOLEAN))
                        .isTrue();
            }
        }
    }

    @Nested
    class AWriterThatLostItsLease {
        @Test
        void appendsNothingAndSaysSo() throws Exception {
            town.charges(YOUNGHEE, 10_000);
            long head = log.head();
            log.takeLease("another node");

            var id = town.nextId();
            var answer = town.submits(id, pay(id, 100));

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(LeaseLost.class);
            assertThat(log.head()).isEqualTo(head);
            assertThatThrownBy(town.submits(id, pay(id, 100))::get).hasCauseInstanceOf(LeaseLost.class);
        }
    }

    @Nested
    class ABatchOfUnknownOutcome {
        /** A log whose next append breaks off, once, before or after it has happened. */
        private LogStore breaking(AtomicBoolean next, boolean after) {
            return (LogStore) Proxy.newProxyInstance(
                    LogStore.class.getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, arguments) -> {
                        boolean breaks = method.getName().equals("append") && next.compareAndSet(true, false);
                        Object result = breaks && !after ? null : method.invoke(log, arguments);
                        if (breaks) {
                            throw new OutcomeUnknown(new IllegalStateException("the line went dead"));
                        }
                        return result;
                    });
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void isSettledByRepeatingIt(boolean after) throws Exception {
            town.charges(YOUNGHEE, 10_000);
            town.close();
            var breaks = new AtomicBoolean();
            town = new Town(breaking(breaks, after));
            var id = town.nextId();
            breaks.set(true);

            assertThatThrownBy(town.submits(id, pay(id, 7_000))::get).hasCauseInstanceOf(OutcomeUnknown.class);
            assertThat(town.does(id, pay(id, 7_000))).isInstanceOf(Accepted.class);
            assertThat(town.pays(YOUNGHEE, BAKERY, 3_001)).isInstanceOf(Refused.class);
        }

        @Test
        void takesAllWithItThatWasHandedInAfterItInOrder() throws Exception {
            town.charges(YOUNGHEE, 10_000);
            town.close();
            var breaks = new AtomicBoolean();
            town = new Town(breaking(breaks, false));
            var lane = town.lane();
            breaks.set(true);
            long head = log.head();

            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                var id = town.nextId();
                answers.add(lane.submit(town.operation(id, pay(id, 1))));
            }

            assertThat(answers)
                    .allSatisfy(answer -> assertThatThrownBy(answer::get).hasCauseInstanceOf(OutcomeUnknown.class));
            assertThat(log.head()).isEqualTo(head);
            assertThat(town.pays(YOUNGHEE, BAKERY, 10_000)).isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class AFaultOfTheProgram {
        @Test
        void takesAllWithItThatWasHandedInAfterItInOrder() throws Exception {
            town.charges(YOUNGHEE, 10_000);
            var lane = town.lane();
            long head = log.head();

            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            var fault = town.nextId();
            answers.add(lane.submit(town.operation(fault, new BuyBags(fault, YOUNGHEE, "첫째 집", 7, 1))));
            for (int i = 0; i < 300; i++) {
                var id = town.nextId();
                answers.add(lane.submit(town.operation(id, pay(id, 1))));
            }

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThatThrownBy(answer::get).hasCauseInstanceOf(IllegalArgumentException.class));
            assertThat(log.head()).isEqualTo(head);
            assertThat(town.pays(YOUNGHEE, BAKERY, 10_000)).isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class ASnapshot {
        @Test
        void keepsAnOpenHold() {
            town.charges(YOUNGHEE, 500_000);
            var hold = town.nextId();
            town.does(hold, new PlaceHold(hold, YOUNGHEE, BAKERY, Won.of(4_000)));
            for (int i = 0; i < 150; i++) {
                town.pays(YOUNGHEE, BAKERY, 1_000);
            }
            town.close();
            town = new Town(log);

            assertThat(town.does(new VoidHold(hold))).isInstanceOf(Accepted.class);
        }

        @Test
        void loadsTheSameWalletAsAllItsEvents() {
            town.at(OCTOBER_20).charges(YOUNGHEE, 500_000);
            for (int i = 0; i < 450; i++) {
                town.pays(YOUNGHEE, BAKERY, 1_000);
            }
            town.close();
            assertThat(log.streams(List.of(YOUNGHEE.toString()))
                            .get(YOUNGHEE.toString())
                            .snapshot())
                    .isNotNull();
            town = new Town(log);

            town.at(OCTOBER_20).pays(YOUNGHEE, BAKERY, 49_999);

            var paid = (WalletEvent.MerchantPaid) town.lastEvent();
            var withoutSnapshots = replayed();
            assertThat(withoutSnapshots).isEqualTo(paid);
        }

        @Test
        void ofAWalletThatPaysAllDayStaysSmall() {
            town.at(OCTOBER_20).charges(YOUNGHEE, 500_000);
            for (int i = 0; i < 1_000; i++) {
                town.pays(YOUNGHEE, BAKERY, 9);
            }
            var last = new OperationId(town.lastStored().operation());

            assertThat(log.streams(List.of(YOUNGHEE.toString()))
                            .get(YOUNGHEE.toString())
                            .snapshot()
                            .state())
                    .hasSizeLessThan(2_000);
            assertThat(town.does(new RefundPayment(town.nextId(), last, Won.of(9))))
                    .isInstanceOf(Accepted.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"no JSON", "", "null", "[]", "{\"id\":"})
        void thatCannotBeReadIsPassedOverForAllItsEvents(String state) {
            town.at(OCTOBER_20).charges(YOUNGHEE, 500_000);
            for (int i = 0; i < 150; i++) {
                town.pays(YOUNGHEE, BAKERY, 1_000);
            }
            town.close();
            var stream = YOUNGHEE.toString();
            var whole = log.streams(List.of(stream)).get(stream).snapshot();
            log.keep(List.of(new StoredSnapshot(stream, whole.sequence(), whole.form(), state)));
            town = new Town(log);

            town.at(OCTOBER_20).pays(YOUNGHEE, BAKERY, 49_999);

            assertThat((WalletEvent) town.lastEvent()).isEqualTo(replayed());
        }

        private WalletEvent replayed() {
            var copy = new MemoryLog();
            long epoch = copy.takeLease("copy");
            var events = log.read(0, (int) log.head() - 1);
            copy.append(new LogBatch(events, List.of(), List.of()), epoch);
            copy.releaseLease();
            try (var second = new Town(copy)) {
                var id = new OperationId(town.lastStored().operation());
                second.at(OCTOBER_20).does(id, pay(id, 49_999));
                return (WalletEvent) second.lastEvent();
            }
        }
    }

    @Nested
    class ACheckpointOfTheRunningBooks {
        private static final int MANY = 12_000;
        private static final String BOOK = "book/RunningBalances";

        @Test
        void opensThemAsTheyWereClosed() throws Exception {
            var payment = aPaymentAfterManyAndACheckpoint();

            assertRefundable(payment);
        }

        @ParameterizedTest
        @ValueSource(strings = {"no JSON", "null"})
        void thatCannotBeReadIsPassedOverForAllEvents(String state) throws Exception {
            var payment = aPaymentAfterManyAndACheckpoint();
            var whole = log.streams(List.of(BOOK)).get(BOOK).snapshot();
            log.keep(List.of(new StoredSnapshot(BOOK, whole.sequence(), whole.form(), state)));

            assertRefundable(payment);
        }

        private OperationId aPaymentAfterManyAndACheckpoint() throws Exception {
            town.charges(YOUNGHEE, 700_000);
            for (int i = 0; i < MANY; i++) {
                var id = town.nextId();
                town.submits(id, pay(id, 10));
            }
            town.pays(YOUNGHEE, BAKERY, 1_000);
            var payment = new OperationId(town.lastStored().operation());
            restart();
            assertThat(town.pays(YOUNGHEE, BAKERY, 1_000)).isInstanceOf(Accepted.class);
            town.close();
            assertThat(log.streams(List.of(BOOK))).isNotEmpty();
            return payment;
        }

        private void assertRefundable(OperationId payment) {
            town = new Town(log);
            var refund = town.at(OCTOBER_20).nextId();
            assertThat(town.does(refund, new RefundPayment(refund, payment, Won.of(1_000))))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class ASmallCache {
        @Test
        void changesNothingButTheReading() {
            town.close();
            var small = new MemoryLog();
            try (var forgetful = new Town(small, 1).withItsPeople()) {
                forgetful.does(Town.open(new WalletId("셋째"), GANGNARU));
                forgetful.charges(YOUNGHEE, 10_000);
                forgetful.charges(CHEOLSU, 10_000);
                for (int i = 0; i < 20; i++) {
                    assertThat(forgetful.pays(YOUNGHEE, BAKERY, 500)).isInstanceOf(Accepted.class);
                }
                assertThat(forgetful.pays(YOUNGHEE, BAKERY, 1)).isInstanceOf(Refused.class);
            }
            town = new Town(small);
        }

        @Test
        void isNotTooSmallForOneDecision() {
            town.close();
            var small = new MemoryLog();
            var work = new ProgrammeId("참여소득");
            try (var forgetful = new Town(small, 1).withItsPeople()) {
                var line = new Terms.Line(new BudgetLine("시비"), new Payer("city"), Won.of(100_000));
                forgetful.does(new OpenProgramme(
                        work,
                        new Terms(
                                ProgrammeKind.PARTICIPATION,
                                Basis.CONTRIBUTION,
                                List.of(line),
                                10_000,
                                null,
                                Map.of(),
                                Set.of(),
                                null)));
                var payout = forgetful.nextId();
                var items = List.of(new Item(YOUNGHEE, 60), new Item(CHEOLSU, 60), new Item(YOUNGHEE, 60));

                assertThat(forgetful.does(payout, new PayOut(payout, work, new StaffId("김"), new StaffId("이"), items)))
                        .isInstanceOf(Accepted.class);
            }
            town = new Town(small);
        }
    }
}
