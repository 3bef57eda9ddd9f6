package kr.dure.core.wallet;

import static kr.dure.core.Town.BAKERY;
import static kr.dure.core.Town.CHEOLSU;
import static kr.dure.core.Town.NEUTINAMU;
import static kr.dure.core.Town.OCTOBER_1;
import static kr.dure.core.Town.OCTOBER_20;
import static kr.dure.core.Town.YOUNGHEE;
import static kr.dure.core.Town.date;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import kr.dure.core.merchant.MerchantRefusal.MerchantUnknown;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import kr.dure.core.wallet.WalletEvent.CashbackGiven;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import kr.dure.core.wallet.WalletEvent.WalletOpened;
import kr.dure.core.wallet.WalletRefusal.HoldingLimit;
import kr.dure.core.wallet.WalletRefusal.InsufficientBalance;
import kr.dure.core.wallet.WalletRefusal.MonthlyPurchaseLimit;
import kr.dure.core.wallet.WalletRefusal.OwnMerchant;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Single decisions of a wallet: the whole event that is applied, and the refusal beside it. */
class WalletTest {
    private static final OperationId CHARGE = new OperationId("충전");
    private static final OperationId PAYMENT = new OperationId("결제");
    private static final OperationId HOLD = new OperationId("보류");
    private static final FundAccount FUND = FundAccount.of(NEUTINAMU);

    private final Merchants merchants = new Merchants();
    private Instant now = OCTOBER_1;

    @BeforeEach
    void registerTheBakery() {
        merchants.fold(
                new MerchantRegistered(BAKERY, NEUTINAMU, "bakery", Won.of(80_000_000), false, List.of(CHEOLSU), 1),
                OCTOBER_1);
    }

    private ResultValidator<Wallet> decides(Command command, WalletEvent... before) {
        var fixture = new AggregateTestFixture<>(Wallet.class);
        fixture.registerInjectableResource(RuleBook.byDefault());
        fixture.registerInjectableResource(new Moment(now));
        fixture.registerInjectableResource(merchants);
        fixture.registerInjectableResource(new NothingOnRecord());
        fixture.registerCommandTargetResolver(message -> new VersionedAggregateIdentifier(
                ((Command) message.getPayload()).streams().getFirst(), null));
        return fixture.givenCurrentTime(OCTOBER_1).andGiven((Object[]) before).when(command);
    }

    private static WalletOpened opened() {
        return new WalletOpened(YOUNGHEE, Holder.RESIDENT, NEUTINAMU, "hash", AgeClass.ADULT, false);
    }

    private static Charged charged(OperationId charge, long pot, long amount, long incentive) {
        long resident = incentive * 80 / 100;
        return new Charged(
                YOUNGHEE,
                charge,
                new FundingRef("deposit of " + charge),
                Won.of(amount),
                Won.of(amount - resident),
                Won.of(incentive * 30 / 100),
                Won.of(incentive - incentive * 30 / 100),
                Won.of(incentive - resident),
                FUND,
                new NewPot(
                        pot,
                        PotKind.PURCHASED,
                        Won.of(amount),
                        date("2031-10-01"),
                        false,
                        charge,
                        Won.of(amount - resident)),
                OCTOBER_1.plus(Duration.ofDays(7)),
                1);
    }

    private static PayMerchant pay(long amount) {
        return new PayMerchant(PAYMENT, YOUNGHEE, BAKERY, Won.of(amount));
    }

    @Nested
    class Charging {
        @Test
        void splitsTheDiscountBetweenResidentAndFundAndItsCostBetweenNationAndCity() {
            decides(new Charge(CHARGE, YOUNGHEE, Won.of(100_000), new FundingRef("deposit of 충전")), opened())
                    .expectResultMessagePayload(Outcome.ACCEPTED)
                    .expectEvents(charged(CHARGE, 1, 100_000, 10_000));
        }

        @Test
        void stopsAtTheLimitOfAMonth() {
            decides(
                            new Charge(CHARGE, YOUNGHEE, Won.of(200_001), new FundingRef("d")),
                            opened(),
                            charged(new OperationId("before"), 1, 500_000, 0))
                    .expectResultMessagePayload(
                            new MonthlyPurchaseLimit(Won.of(500_000), Won.of(200_001), Won.of(700_000)))
                    .expectNoEvents();
        }

        @Test
        void stopsAtWhatAWalletMayHold() {
            now = OCTOBER_1.plus(Duration.ofDays(62));
            decides(
                            new Charge(CHARGE, YOUNGHEE, Won.of(500_001), new FundingRef("d")),
                            opened(),
                            charged(new OperationId("one"), 1, 500_000, 0),
                            charged(new OperationId("two"), 2, 500_000, 0))
                    .expectResultMessagePayload(new HoldingLimit(Won.of(1_000_000), Won.of(500_001), Won.of(1_500_000)))
                    .expectNoEvents();
        }
    }

    @Nested
    class Paying {
        @Test
        void takesFromThePotAndGivesTheMerchantsContributionToItsFund() {
            decides(pay(7_000), opened(), charged(CHARGE, 1, 10_000, 1_000))
                    .expectResultMessagePayload(Outcome.ACCEPTED)
                    .expectEvents(new MerchantPaid(
                            YOUNGHEE,
                            PAYMENT,
                            BAKERY,
                            Won.of(7_000),
                            List.of(PotUse.of(1, PotKind.PURCHASED, Won.of(7_000))),
                            Won.of(35),
                            FUND,
                            null,
                            null,
                            null,
                            OCTOBER_1.plus(Duration.ofDays(90)),
                            1,
                            null));
        }

        @Test
        void givesCashbackFromTheSixteenthOnForMoneyBoughtWithoutADiscount() {
            now = OCTOBER_20;
            decides(
                            pay(12_000),
                            opened(),
                            charged(CHARGE, 1, 10_000, 1_000),
                            charged(new OperationId("later"), 2, 10_000, 0))
                    .expectEvents(new MerchantPaid(
                            YOUNGHEE,
                            PAYMENT,
                            BAKERY,
                            Won.of(12_000),
                            List.of(
                                    new PotUse(1, PotKind.PURCHASED, Won.of(10_000), false),
                                    new PotUse(2, PotKind.PURCHASED, Won.of(2_000), true)),
                            Won.of(60),
                            FUND,
                            new CashbackGiven(
                                    Won.of(2_000),
                                    Won.of(60),
                                    Won.of(140),
                                    Won.of(160),
                                    Won.of(40),
                                    FUND,
                                    new NewPot(
                                            3,
                                            PotKind.CASHBACK,
                                            Won.of(160),
                                            date("2027-10-20"),
                                            false,
                                            PAYMENT,
                                            null)),
                            null,
                            null,
                            OCTOBER_20.plus(Duration.ofDays(90)),
                            2,
                            null));
        }

        @Test
        void takesNoMoreThanIsFree() {
            var held = new HoldPlaced(
                    YOUNGHEE,
                    HOLD,
                    BAKERY,
                    Won.of(4_000),
                    List.of(PotUse.of(1, PotKind.PURCHASED, Won.of(4_000))),
                    OCTOBER_1.plus(Duration.ofMinutes(30)));

            decides(pay(6_001), opened(), charged(CHARGE, 1, 10_000, 0), held)
                    .expectResultMessagePayload(new InsufficientBalance(Won.of(6_000), Won.of(6_001)))
                    .expectNoEvents();
        }

        @Test
        void isRefusedInTheDocumentedOrder() {
            var nobody = new MerchantId("없는 가게");

            decides(new PayMerchant(PAYMENT, YOUNGHEE, nobody, Won.of(1)), opened(), new WalletFrozen(YOUNGHEE))
                    .expectResultMessagePayload(new MerchantUnknown(nobody));
            decides(pay(1), opened(), new WalletFrozen(YOUNGHEE))
                    .expectResultMessagePayload(new WalletRefusal.WalletFrozen(YOUNGHEE));
            merchants.fold(new MerchantSuspended(BAKERY), OCTOBER_1);
            decides(pay(1), opened(), new WalletFrozen(YOUNGHEE))
                    .expectResultMessagePayload(new WalletRefusal.MerchantSuspended(BAKERY));
        }

        @Test
        void atTheirOwnShopIsNotForOwners() {
            var cheolsu = new WalletOpened(CHEOLSU, Holder.RESIDENT, NEUTINAMU, "hash", AgeClass.ADULT, false);

            decides(new PayMerchant(PAYMENT, CHEOLSU, BAKERY, Won.of(1)), cheolsu)
                    .expectResultMessagePayload(new OwnMerchant(BAKERY))
                    .expectNoEvents();
        }
    }

    @Nested
    class Holding {
        @Test
        void reservesPotsForHalfAnHour() {
            decides(new PlaceHold(HOLD, YOUNGHEE, BAKERY, Won.of(4_000)), opened(), charged(CHARGE, 1, 10_000, 0))
                    .expectEvents(new HoldPlaced(
                            YOUNGHEE,
                            HOLD,
                            BAKERY,
                            Won.of(4_000),
                            List.of(PotUse.of(1, PotKind.PURCHASED, Won.of(4_000))),
                            OCTOBER_1.plus(Duration.ofMinutes(30))));
        }
    }

    /** A log that knows of no funding and no person. */
    private static final class NothingOnRecord implements Records {
        @Override
        public Optional<Recorded<LedgerEvent>> operation(OperationId operation) {
            return Optional.empty();
        }

        @Override
        public Optional<Recorded<LedgerEvent>> latestOn(Subject subject) {
            return Optional.empty();
        }
    }
}
