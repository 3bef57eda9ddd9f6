package kr.dure.api;

import static kr.dure.api.Town.BAKERY;
import static kr.dure.api.Town.CHEOLSU;
import static kr.dure.api.Town.GANGNARU;
import static kr.dure.api.Town.HALL;
import static kr.dure.api.Town.MILL;
import static kr.dure.api.Town.NEUTINAMU;
import static kr.dure.api.Town.OCTOBER_20;
import static kr.dure.api.Town.YOUNGHEE;
import static kr.dure.api.Town.time;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dure.core.cleanhouse.CleanHouseCommand.BuyBags;
import kr.dure.core.cleanhouse.CleanHouseCommand.ConvertPoints;
import kr.dure.core.cleanhouse.CleanHouseCommand.Weigh;
import kr.dure.core.fund.FundCommand.Donate;
import kr.dure.core.fund.FundCommand.SpendFund;
import kr.dure.core.funding.FundingCommand.CancelOrder;
import kr.dure.core.funding.FundingCommand.RequestCharge;
import kr.dure.core.funding.FundingCommand.TakeDeposit;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.merchant.MerchantCommand.SuspendMerchant;
import kr.dure.core.money.Minutes;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationCommand;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.policy.PolicyCommand.Grant;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.settlement.BatchId;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;
import kr.dure.core.timebank.TimeBankCommand.Help;
import kr.dure.core.timebank.TimeBankCommand.JoinTimeBank;
import kr.dure.core.wallet.WalletCommand.CaptureHold;
import kr.dure.core.wallet.WalletCommand.ExpirePots;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletCommand.SendGift;

/** A town in which everything has happened at least once, so that no table is empty. */
public final class BusyTown {
    public static final ProgrammeId GARDENS = new ProgrammeId("텃밭:2026");
    public static final ProgrammeId CLEAN = new ProgrammeId("클린하우스");
    public static final ProgrammeId RELIEF = new ProgrammeId("재난지원금");

    private static final StaffId PROPOSER = new StaffId("담당");
    private static final StaffId APPROVER = new StaffId("팀장");

    private BusyTown() {}

    public static Town open() throws SQLException {
        var town = new Town().withItsPeople();
        programmes(town);
        inOctober(town);
        afterTheSixteenth(town);
        funding(town);
        settlement(town);
        return town.settled();
    }

    private static void programmes(Town town) {
        town.does(new OpenProgramme(GARDENS, terms(ProgrammeKind.PARTICIPATION, 10_030, null, 400_000, 200_000)));
        town.does(new OpenProgramme(CLEAN, terms(ProgrammeKind.CLEAN_HOUSE, 0, null, 100_000)));
        town.does(new OpenProgramme(RELIEF, terms(ProgrammeKind.POLICY, 0, LocalDate.parse("2026-10-18"), 1_000_000)));
    }

    private static Terms terms(ProgrammeKind kind, long ratePerHour, LocalDate expiresOn, long... lines) {
        List<Terms.Line> budget = new ArrayList<>();
        for (long amount : lines) {
            char name = (char) ('a' + budget.size());
            budget.add(new Terms.Line(
                    new BudgetLine(String.valueOf(name)), new Payer(name == 'a' ? "city" : "fund"), Won.of(amount)));
        }
        return new Terms(
                kind,
                kind == ProgrammeKind.POLICY ? Basis.GRANT : Basis.CONTRIBUTION,
                budget,
                ratePerHour,
                kind == ProgrammeKind.PARTICIPATION ? Won.of(500_000) : null,
                kind == ProgrammeKind.CLEAN_HOUSE ? Map.of("can", 240L) : Map.of(),
                Set.of(),
                expiresOn);
    }

    private static void inOctober(Town town) {
        town.charges(YOUNGHEE, 100_000);
        var paid = town.pays(YOUNGHEE, BAKERY, 30_000);
        town.at(time("2026-10-02T10:00:00+09:00"));
        var grant = town.nextId();
        town.accepted(grant, new Grant(grant, RELIEF, YOUNGHEE, Won.of(50_000)));
        var policy = town.nextId();
        town.accepted(policy, new Grant(policy, RELIEF, CHEOLSU, Won.of(20_000)));
        town.pays(CHEOLSU, MILL, 5_000);
        var payout = town.nextId();
        town.accepted(
                payout,
                new PayOut(
                        payout,
                        GARDENS,
                        PROPOSER,
                        APPROVER,
                        List.of(
                                new ParticipationCommand.Item(CHEOLSU, 2_700),
                                new ParticipationCommand.Item(YOUNGHEE, 60))));
        town.at(time("2026-10-03T10:00:00+09:00"));
        points(town);
        minutes(town);
        var refund = town.nextId();
        town.accepted(refund, new RefundPayment(refund, paid, Won.of(10_001)));
    }

    private static void points(Town town) {
        var deposit = town.nextId();
        town.accepted(deposit, new Weigh(deposit, CLEAN, "1호", "저울1", YOUNGHEE, "can", 4_999));
        var bags = town.nextId();
        town.accepted(bags, new BuyBags(bags, YOUNGHEE, "1호", 10, 1));
        var conversion = town.nextId();
        town.accepted(conversion, new ConvertPoints(conversion, YOUNGHEE, Points.of(100)));
    }

    private static void minutes(Town town) {
        town.does(new JoinTimeBank(YOUNGHEE));
        town.does(new JoinTimeBank(HALL));
        var help = town.nextId();
        town.accepted(help, new Help(help, YOUNGHEE, HALL, Minutes.of(45), "garden"));
    }

    private static void afterTheSixteenth(Town town) {
        town.at(OCTOBER_20);
        town.does(new ExpirePots());
        town.charges(CHEOLSU, 50_000);
        var gift = town.nextId();
        town.accepted(gift, new SendGift(gift, CHEOLSU, YOUNGHEE, Won.of(451_350 + 7_000)));
        town.charges(YOUNGHEE, 200_000);
        var paid = town.pays(YOUNGHEE, BAKERY, 600_000);
        var captured = town.nextId();
        town.accepted(captured, new PlaceHold(captured, YOUNGHEE, BAKERY, Won.of(20_000)));
        var capture = town.nextId();
        town.accepted(capture, new CaptureHold(capture, captured, Won.of(15_000)));
        var refund = town.nextId();
        town.accepted(refund, new RefundPayment(refund, paid, Won.of(1_000)));
        var held = town.nextId();
        town.accepted(held, new PlaceHold(held, YOUNGHEE, BAKERY, Won.of(9_000)));
        var donation = town.nextId();
        town.accepted(donation, new Donate(donation, CHEOLSU, Won.of(3_000), FundAccount.of(GANGNARU)));
        var spending = town.nextId();
        town.accepted(
                spending, new SpendFund(spending, FundAccount.of(NEUTINAMU), HALL, Won.of(1_500), PROPOSER, APPROVER));
        town.does(new SuspendMerchant(MILL));
        town.does(new FreezeWallet(CHEOLSU));
    }

    private static void settlement(Town town) {
        var first = new BatchId(LocalDate.parse("2026-10-20"));
        town.at(time("2026-10-20T23:00:00+09:00"))
                .appends(
                        first.toString(),
                        0,
                        new BatchDrafted(
                                first, List.of(new Item(BAKERY, Won.of(600_000)), new Item(MILL, Won.of(4_000))), 2));
        town.at(time("2026-10-21T09:00:00+09:00"))
                .appends(
                        first.toString(),
                        1,
                        new BatchAnswered(
                                first,
                                List.of(new Item(BAKERY, Won.of(600_000))),
                                List.of(new Item(MILL, Won.of(4_000)))));
        var second = new BatchId(LocalDate.parse("2026-10-21"));
        town.at(time("2026-10-21T09:10:00+09:00"))
                .appends(second.toString(), 0, new BatchDrafted(second, List.of(new Item(BAKERY, Won.of(1_000))), 2));
    }

    /** One charge is paid with ₩1,000 too much and then cancelled; another deposit names nothing. */
    private static void funding(Town town) {
        var charge = town.nextId();
        town.accepted(charge, new RequestCharge(charge, YOUNGHEE, Won.of(10_000), "0123456789AB"));
        town.does(new TakeDeposit(new FundingRef("입금 1"), "0123456789AB", Won.of(11_000)));
        town.does(new TakeDeposit(new FundingRef("입금 2"), "누구세요", Won.of(7_000)));
        town.does(new CancelOrder(charge));
    }
}
