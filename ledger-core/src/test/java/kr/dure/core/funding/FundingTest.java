package kr.dure.core.funding;

import static kr.dure.core.Town.BAKERY;
import static kr.dure.core.Town.OCTOBER_20;
import static kr.dure.core.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kr.dure.core.Town;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.eventlog.Answer.Refused;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.core.funding.FundingCommand.CancelOrder;
import kr.dure.core.funding.FundingCommand.RequestCharge;
import kr.dure.core.funding.FundingCommand.ReverseDeposit;
import kr.dure.core.funding.FundingCommand.TakeDeposit;
import kr.dure.core.funding.FundingEvent.BackReason;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletEvent.FundingReversed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Younghee asks for ₩10,000, which cost ₩9,200 on that day, and money comes in. */
class FundingTest {
    private static final OperationId CHARGE = new OperationId("충전");
    private static final String REFERENCE = "3F2A91BC07DE";
    private static final FundingRef DEPOSIT = new FundingRef("입금 1");

    private final MemoryLog log = new MemoryLog();
    private final Town town = new Town(log).withItsPeople();

    @AfterEach
    void close() {
        town.close();
    }

    private void requests() {
        assertThat(town.does(CHARGE, new RequestCharge(CHARGE, YOUNGHEE, Won.of(10_000), REFERENCE)))
                .isInstanceOf(Accepted.class);
    }

    private List<LedgerEvent> deposits(FundingRef deposit, long amount) {
        int head = (int) log.head();
        assertThat(town.does(new TakeDeposit(deposit, REFERENCE, Won.of(amount))))
                .isInstanceOf(Accepted.class);
        return town.events().subList(head, (int) log.head());
    }

    private static DepositTaken back(long amount, BackReason reason) {
        return new DepositTaken(DEPOSIT, Won.of(amount), CHARGE, Won.ZERO, Won.of(amount), reason);
    }

    private static String refusal(Object answer) {
        return answer instanceof Refused refused ? refused.code() : answer.toString();
    }

    @Test
    void aRequestPromisesThePriceOfItsDayAndMovesNothing() {
        requests();

        assertThat(town.lastEvent())
                .isEqualTo(new ChargeRequested(
                        YOUNGHEE,
                        CHARGE,
                        Won.of(10_000),
                        Won.of(9_200),
                        REFERENCE,
                        Town.OCTOBER_1,
                        Town.OCTOBER_1.plus(Duration.ofHours(24)),
                        1));
        assertThat(refusal(town.pays(YOUNGHEE, BAKERY, 1))).isEqualTo("insufficient-balance");
    }

    @Test
    void theExactAmountMakesTheCharge() {
        requests();
        var events = deposits(DEPOSIT, 9_200);

        assertThat(events)
                .first()
                .isEqualTo(new DepositTaken(DEPOSIT, Won.of(9_200), CHARGE, Won.of(9_200), Won.ZERO, null));
        assertThat(events.getLast()).isInstanceOfSatisfying(Charged.class, charged -> {
            assertThat(charged.charge()).isEqualTo(CHARGE);
            assertThat(charged.paid()).isEqualTo(Won.of(9_200));
        });
        assertThat(town.pays(YOUNGHEE, BAKERY, 10_000)).isInstanceOf(Accepted.class);
    }

    @Test
    void thePriceIsThatOfTheDayOfTheRequest() {
        town.at(OCTOBER_20.minus(Duration.ofDays(5)));
        requests();
        town.later(Duration.ofHours(20));
        var events = deposits(DEPOSIT, 9_200);

        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        Charged.class, charged -> assertThat(charged.paid()).isEqualTo(Won.of(9_200)));
    }

    @Test
    void ofTooMuchTheRestGoesBack() {
        requests();

        assertThat(deposits(DEPOSIT, 10_000))
                .hasSize(2)
                .first()
                .isEqualTo(new DepositTaken(
                        DEPOSIT, Won.of(10_000), CHARGE, Won.of(9_200), Won.of(800), BackReason.EXCESS));
    }

    @Test
    void tooLittleGoesBackWholeAndTheChargeGoesOnWaiting() {
        requests();

        assertThat(deposits(DEPOSIT, 9_199)).containsExactly(back(9_199, BackReason.SHORT));
        assertThat(deposits(new FundingRef("입금 2"), 9_200)).hasSize(2);
    }

    @Test
    void whatComesTooLateGoesBackWhole() {
        requests();
        town.later(Duration.ofHours(24));

        assertThat(deposits(DEPOSIT, 9_200)).containsExactly(back(9_200, BackReason.LATE));
    }

    @Test
    void aSecondDepositForAChargeGoesBackWhole() {
        requests();
        deposits(new FundingRef("입금 2"), 9_200);

        assertThat(deposits(DEPOSIT, 9_200)).containsExactly(back(9_200, BackReason.DOUBLED));
    }

    @Test
    void whatIsForNoChargeGoesBackWhole() {
        assertThat(deposits(DEPOSIT, 5))
                .containsExactly(new DepositTaken(DEPOSIT, Won.of(5), null, Won.ZERO, Won.of(5), BackReason.UNKNOWN));
    }

    @Test
    void whatIsForbiddenByNowGoesBackWhole() {
        requests();
        town.does(new FreezeWallet(YOUNGHEE));

        assertThat(deposits(DEPOSIT, 9_200)).containsExactly(back(9_200, BackReason.NOT_ALLOWED));
    }

    @Test
    void oneDepositIsTakenOnce() {
        requests();
        deposits(DEPOSIT, 9_200);
        assertThat(refusal(town.does(new TakeDeposit(DEPOSIT, REFERENCE, Won.of(9_200)))))
                .isEqualTo("funding-used");

        deposits(new FundingRef("입금 2"), 1);
        assertThat(refusal(town.does(new TakeDeposit(new FundingRef("입금 2"), REFERENCE, Won.of(1)))))
                .isEqualTo("funding-used");
    }

    @Test
    void aReferenceIsUsedOnce() {
        requests();
        var another = town.nextId();

        assertThat(refusal(town.does(another, new RequestCharge(another, YOUNGHEE, Won.of(1), REFERENCE))))
                .isEqualTo("reference-used");
    }

    @Test
    void aChargeBeyondALimitIsNotEvenAskedFor() {
        assertThat(refusal(town.does(CHARGE, new RequestCharge(CHARGE, YOUNGHEE, Won.of(700_001), REFERENCE))))
                .isEqualTo("monthly-purchase-limit");
    }

    @Test
    void aChargeThatWasPaidIsCancelledOnce() {
        assertThat(refusal(town.does(new CancelOrder(CHARGE)))).isEqualTo("charge-unknown");
        requests();
        assertThat(refusal(town.does(new CancelOrder(CHARGE)))).isEqualTo("charge-unknown");
        deposits(DEPOSIT, 9_200);

        assertThat(town.does(new CancelOrder(CHARGE))).isInstanceOf(Accepted.class);
        assertThat(town.lastEvent())
                .isInstanceOfSatisfying(
                        ChargeCancelled.class,
                        cancelled -> assertThat(cancelled.paidBack()).isEqualTo(Won.of(9_200)));
        assertThat(refusal(town.does(new CancelOrder(CHARGE)))).isEqualTo("charge-unknown");
    }

    @Test
    void aReversedFundingTakesWhatIsLeftAndLeavesAClaimForWhatWasSpent() {
        requests();
        deposits(DEPOSIT, 9_200);
        town.pays(YOUNGHEE, BAKERY, 4_000);

        assertThat(town.does(new ReverseDeposit(DEPOSIT))).isInstanceOf(Accepted.class);
        assertThat(town.lastEvent()).isInstanceOfSatisfying(FundingReversed.class, reversed -> {
            assertThat(reversed.amount()).isEqualTo(Won.of(6_000));
            assertThat(reversed.paid()).isEqualTo(Won.of(9_200));
            assertThat(reversed.claim()).isEqualTo(Won.of(9_200 - 5_520));
            assertThat(reversed.incentive().total()).isEqualTo(Won.of(480));
        });
        assertThat(refusal(town.pays(YOUNGHEE, BAKERY, 1))).isEqualTo("wallet-frozen");
        assertThat(refusal(town.does(new ReverseDeposit(DEPOSIT)))).isEqualTo("deposit-unknown");
        assertThat(refusal(town.does(new CancelOrder(CHARGE)))).isEqualTo("charge-unknown");
    }

    @Test
    void aFundingThatIsReversedAfterTheChargeWasCancelledIsOwedWhole() {
        requests();
        deposits(DEPOSIT, 9_200);
        town.does(new CancelOrder(CHARGE));

        assertThat(town.does(new ReverseDeposit(DEPOSIT))).isInstanceOf(Accepted.class);
        assertThat(town.lastEvent()).isInstanceOfSatisfying(FundingReversed.class, reversed -> {
            assertThat(reversed.amount()).isEqualTo(Won.ZERO);
            assertThat(reversed.claim()).isEqualTo(Won.of(9_200));
        });
    }
}
