package kr.dure.core.eventlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import kr.dure.core.cleanhouse.CleanHouseCommand.BuyBags;
import kr.dure.core.cleanhouse.CleanHouseCommand.ConvertPoints;
import kr.dure.core.cleanhouse.CleanHouseCommand.Weigh;
import kr.dure.core.fund.FundCommand.Donate;
import kr.dure.core.fund.FundCommand.SpendFund;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.merchant.MerchantCommand.ReinstateMerchant;
import kr.dure.core.merchant.MerchantCommand.SuspendMerchant;
import kr.dure.core.money.Minutes;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationCommand.Item;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.policy.PolicyCommand;
import kr.dure.core.policy.PolicyCommand.Grant;
import kr.dure.core.policy.PolicyCommand.GrantToMany;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.rulebook.RuleBookCommand.AdoptVersion;
import kr.dure.core.rulebook.RuleChanges;
import kr.dure.core.timebank.TimeBankCommand.DonateMinutes;
import kr.dure.core.timebank.TimeBankCommand.Help;
import kr.dure.core.timebank.TimeBankCommand.JoinTimeBank;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.CancelCharge;
import kr.dure.core.wallet.WalletCommand.CaptureHold;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.ExpirePots;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import kr.dure.core.wallet.WalletCommand.RefundBalance;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletCommand.SendGift;
import kr.dure.core.wallet.WalletCommand.UnfreezeWallet;
import kr.dure.core.wallet.WalletCommand.VoidHold;
import tools.jackson.databind.json.JsonMapper;

/** What people of a small town ask for, at random. Most of it makes sense, and some of it does not. */
final class RandomCommands {
    private static final List<Dong> DONGS = List.of(new Dong("갑동"), new Dong("을동"), new Dong("병동"));
    private static final ProgrammeId POLICY = new ProgrammeId("정책수당");
    private static final ProgrammeId WORK = new ProgrammeId("참여소득");
    private static final ProgrammeId CLEAN = new ProgrammeId("클린하우스");
    private static final StaffId SUBMITTER = new StaffId("김주무관");
    private static final StaffId APPROVER = new StaffId("이팀장");

    private final Chance chance;
    private final List<Function<OperationId, Command>> kinds = new ArrayList<>();
    private final List<OperationId> payments = new ArrayList<>();
    private final List<OperationId> holds = new ArrayList<>();
    private final List<OperationId> charges = new ArrayList<>();

    RandomCommands(Chance chance) {
        this.chance = chance;
        often(8, id -> new PayMerchant(noted(payments, id), wallet(), merchant(), won()));
        often(4, id -> new Charge(noted(charges, id), wallet(), won(), funding(id)));
        often(4, id -> new RefundPayment(id, earlier(payments), won()));
        often(4, id -> new PlaceHold(noted(holds, id), wallet(), merchant(), won()));
        often(3, id -> new CaptureHold(noted(payments, id), earlier(holds), won()));
        often(1, id -> new VoidHold(earlier(holds)));
        often(2, id -> new CancelCharge(earlier(charges)));
        often(2, id -> new SendGift(id, wallet(), wallet(), won()));
        often(1, id -> new RefundBalance(id, wallet()));
        often(2, id -> new ExpirePots());
        often(1, id -> new FreezeWallet(wallet()));
        often(2, id -> new UnfreezeWallet(wallet()));
        often(1, id -> openWallet(chance.below(8)));
        often(1, id -> new SuspendMerchant(merchant()));
        often(2, id -> new ReinstateMerchant(merchant()));
        often(1, id -> register(chance.below(4)));
        often(1, id -> new Donate(id, wallet(), won(), FundAccount.of(chance.of(DONGS))));
        often(1, id -> new SpendFund(id, FundAccount.of(chance.of(DONGS)), wallet(), won(), SUBMITTER, APPROVER));
        often(1, id -> new Grant(id, POLICY, wallet(), won()));
        often(1, id -> new GrantToMany(id, POLICY, SUBMITTER, chance.percent(95) ? APPROVER : SUBMITTER, grants()));
        often(1, id -> version());
        often(2, id -> new PayOut(id, WORK, SUBMITTER, chance.percent(95) ? APPROVER : SUBMITTER, items()));
        often(2, id -> new Weigh(id, CLEAN, "첫째 집", "저울", wallet(), "can", chance.between(1, 4_000)));
        often(1, id -> new ConvertPoints(id, wallet(), Points.of(chance.percent(90) ? 10 * chance.between(1, 40) : 7)));
        often(1, id -> new BuyBags(id, wallet(), "첫째 집", 10, 1));
        often(1, id -> new JoinTimeBank(wallet()));
        often(1, id -> new Help(id, wallet(), wallet(), minutes(), chance.percent(95) ? "gardening" : "political"));
        often(1, id -> new DonateMinutes(id, wallet(), wallet(), minutes()));
        often(1, id -> new Stumbling.Stumble(id, wallet()));
    }

    private void often(int weight, Function<OperationId, Command> kind) {
        for (int i = 0; i < weight; i++) {
            kinds.add(kind);
        }
    }

    Command next(OperationId id) {
        return chance.of(kinds).apply(id);
    }

    /** What makes the town. */
    List<Command> opening() {
        List<Command> opening = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            opening.add(openWallet(i));
        }
        for (int i = 0; i < 3; i++) {
            opening.add(register(i));
        }
        opening.add(programme(POLICY, ProgrammeKind.POLICY, Basis.GRANT, 400_000));
        opening.add(programme(WORK, ProgrammeKind.PARTICIPATION, Basis.CONTRIBUTION, 300_000));
        opening.add(programme(CLEAN, ProgrammeKind.CLEAN_HOUSE, Basis.CONTRIBUTION, 9_000));
        return opening;
    }

    private static OpenWallet openWallet(int i) {
        var holder = i == 5 ? Holder.INSTITUTION : Holder.RESIDENT;
        var birthDate = switch (i) {
            case 0 -> LocalDate.of(1990, 1, 1);
            case 1 -> LocalDate.of(2011, 11, 1);
            case 2 -> LocalDate.of(2013, 3, 1);
            default -> null;
        };
        String person = holder == Holder.INSTITUTION ? null : "person " + i % 7;
        return new OpenWallet(named(i), holder, DONGS.get(i % 3), person, birthDate, i == 1);
    }

    private static RegisterMerchant register(int i) {
        var sales = Won.of(i == 1 ? 3_000_000_001L : 80_000_000L);
        return new RegisterMerchant(shop(i), DONGS.get(i % 3), "cafe", sales, true, List.of(named(i)));
    }

    private static OpenProgramme programme(ProgrammeId programme, ProgrammeKind kind, Basis basis, long budget) {
        var lines = List.of(line("가", budget / 3), line("나", budget));
        var lastDay = LocalDate.of(2026, 10, 25);
        var terms = new Terms(
                kind,
                basis,
                lines,
                kind == ProgrammeKind.PARTICIPATION ? 10_031 : 0,
                kind == ProgrammeKind.PARTICIPATION ? Won.of(90_000) : null,
                kind == ProgrammeKind.CLEAN_HOUSE ? Map.of("can", 241L) : Map.of(),
                kind == ProgrammeKind.CLEAN_HOUSE ? Set.of(LocalDate.of(2026, 10, 15)) : Set.of(),
                kind == ProgrammeKind.POLICY ? lastDay : null);
        return new OpenProgramme(programme, terms);
    }

    private static Terms.Line line(String name, long amount) {
        return new Terms.Line(new BudgetLine(name), new Payer("city"), Won.of(amount));
    }

    private List<Item> items() {
        return IntStream.rangeClosed(1, chance.between(1, 4))
                .mapToObj(i -> new Item(wallet(), chance.between(0, 120)))
                .toList();
    }

    private List<PolicyCommand.Item> grants() {
        return IntStream.rangeClosed(1, chance.between(1, 4))
                .mapToObj(i -> new PolicyCommand.Item(wallet(), won()))
                .toList();
    }

    /** From a day that has passed, sometimes, or before that of another version. */
    private AdoptVersion version() {
        var from = LocalDate.of(2026, 10, 1).plusDays(chance.below(60));
        var rules = JsonMapper.shared().createObjectNode().put("holdMinutes", chance.between(10, 60));
        return new AdoptVersion(from, new RuleChanges(rules), SUBMITTER, APPROVER);
    }

    private static OperationId noted(List<OperationId> list, OperationId id) {
        list.add(id);
        return id;
    }

    private OperationId earlier(List<OperationId> list) {
        return list.isEmpty() ? new OperationId("nothing") : chance.recent(list);
    }

    private FundingRef funding(OperationId id) {
        return new FundingRef("deposit " + (chance.percent(90) ? id.value() : chance.below(3)));
    }

    /** Two of them have most to do; the last is opened by chance only. */
    private WalletId wallet() {
        return named(chance.percent(50) ? chance.below(2) : chance.below(8));
    }

    private static WalletId named(int i) {
        return new WalletId("W" + i);
    }

    private MerchantId merchant() {
        return shop(chance.percent(60) ? 0 : chance.below(4));
    }

    private static MerchantId shop(int i) {
        return new MerchantId("M" + i);
    }

    private Won won() {
        return Won.of(
                switch (chance.below(10)) {
                    case 0, 1, 2 -> chance.between(1, 100);
                    case 3 -> chance.between(50_000, 300_000);
                    default -> chance.between(1_000, 20_000);
                });
    }

    private Minutes minutes() {
        return Minutes.of(chance.between(1, 200));
    }
}
