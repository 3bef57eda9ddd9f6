package kr.dure.ops.town;

import static java.util.Map.entry;
import static kr.dure.ops.town.Fields.list;
import static kr.dure.ops.town.Fields.object;
import static kr.dure.ops.town.Fields.oneOf;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
import kr.dure.core.policy.PolicyCommand.Grant;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.settlement.BatchId;
import kr.dure.core.settlement.SettlementCommand.AnswerBatch;
import kr.dure.core.settlement.SettlementCommand.EndDay;
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

/** The operations of a town file: which fields each has, and which command it is. */
final class TownOperations {
    private static final Map<String, Reader> READERS = Map.ofEntries(
            entry("open-wallet", TownOperations::openWallet),
            entry("register-merchant", TownOperations::registerMerchant),
            entry("suspend-merchant", (id, f, person) -> new SuspendMerchant(merchant(f))),
            entry("reinstate-merchant", (id, f, person) -> new ReinstateMerchant(merchant(f))),
            entry("freeze-wallet", (id, f, person) -> new FreezeWallet(wallet(f, "wallet"))),
            entry("unfreeze-wallet", (id, f, person) -> new UnfreezeWallet(wallet(f, "wallet"))),
            entry("open-programme", TownOperations::openProgramme),
            entry(
                    "charge",
                    (id, f, person) -> new Charge(
                            id, wallet(f, "wallet"), won(f), new FundingRef(f.must("funding", Fields::name)))),
            entry("cancel-charge", (id, f, person) -> new CancelCharge(operation(f, "charge"))),
            entry("grant", (id, f, person) -> new Grant(id, programme(f), wallet(f, "wallet"), won(f))),
            entry("payout", TownOperations::payout),
            entry("weigh", TownOperations::weigh),
            entry(
                    "convert-points",
                    (id, f, person) ->
                            new ConvertPoints(id, wallet(f, "wallet"), Points.of(f.must("points", Fields::amount)))),
            entry("buy-bags", TownOperations::buyBags),
            entry("pay", (id, f, person) -> new PayMerchant(id, wallet(f, "wallet"), merchant(f), won(f))),
            entry("hold", (id, f, person) -> new PlaceHold(id, wallet(f, "wallet"), merchant(f), won(f))),
            entry("capture", (id, f, person) -> new CaptureHold(id, operation(f, "hold"), won(f))),
            entry("void", (id, f, person) -> new VoidHold(operation(f, "hold"))),
            entry("refund", (id, f, person) -> new RefundPayment(id, operation(f, "payment"), won(f))),
            entry("gift", (id, f, person) -> new SendGift(id, wallet(f, "from"), wallet(f, "to"), won(f))),
            entry("donate", (id, f, person) -> new Donate(id, wallet(f, "wallet"), won(f), account(f))),
            entry("spend-fund", TownOperations::spendFund),
            entry("join-time-bank", (id, f, person) -> new JoinTimeBank(wallet(f, "wallet"))),
            entry("help", TownOperations::help),
            entry(
                    "donate-minutes",
                    (id, f, person) -> new DonateMinutes(id, wallet(f, "from"), wallet(f, "to"), minutes(f))),
            entry("balance-refund", (id, f, person) -> new RefundBalance(id, wallet(f, "wallet"))),
            entry("expire", (id, f, person) -> new ExpirePots()),
            entry("day-end", (id, f, person) -> new EndDay(new BatchId(f.must("date", Fields::date)))),
            entry("bank-answer", TownOperations::bankAnswer));

    private TownOperations() {}

    @FunctionalInterface
    private interface Reader {
        Command read(OperationId id, Fields fields, UnaryOperator<String> personHash);
    }

    /** @throws Malformed if the operation is not known, or a field is missing, mistyped or one too many */
    static Command read(String op, OperationId id, Fields fields, UnaryOperator<String> personHash) {
        Reader reader = READERS.get(op);
        if (reader == null) {
            throw new Malformed("op", "is not known");
        }
        Command command = reader.read(id, fields, personHash);
        fields.done();
        return command;
    }

    // ------------------------------------------------------------------------- operations of many fields

    private static Command openWallet(OperationId id, Fields f, UnaryOperator<String> personHash) {
        var holder = f.must("holder", oneOf(Map.of("resident", Holder.RESIDENT, "institution", Holder.INSTITUTION)));
        var person = f.may("person", Fields::name);
        if (holder == Holder.RESIDENT && person.isEmpty()) {
            throw new Malformed("person", "is missing");
        }
        boolean resident = holder == Holder.RESIDENT;
        LocalDate birthDate = f.may("birthDate", Fields::date).orElse(null);
        return new OpenWallet(
                wallet(f, "wallet"),
                holder,
                dong(f),
                person.map(personHash).orElse(null),
                resident ? birthDate : null,
                f.may("guardianConsent", Fields::bool).orElse(false));
    }

    private static Command registerMerchant(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new RegisterMerchant(
                merchant(f),
                dong(f),
                f.must("trade", Fields::name),
                Won.of(f.must("annualSales", Fields::amountOrZero)),
                f.must("inDistrict", Fields::bool),
                f.may("owners", list(0, Fields::name)).orElse(List.of()).stream()
                        .map(WalletId::new)
                        .toList());
    }

    private static Command openProgramme(OperationId id, Fields f, UnaryOperator<String> personHash) {
        var programme = programme(f);
        var kind = f.must(
                "kind",
                oneOf(Map.of(
                        "participation", ProgrammeKind.PARTICIPATION,
                        "clean-house", ProgrammeKind.CLEAN_HOUSE,
                        "policy", ProgrammeKind.POLICY)));
        var basis = f.must(
                "basis", oneOf(Map.of("CONTRIBUTION", Basis.CONTRIBUTION, "WAGE", Basis.WAGE, "GRANT", Basis.GRANT)));
        var lines = f.must("lines", list(1, object(TownOperations::line)));
        requireApart(lines);
        var ratePerHour = f.may("ratePerHour", Fields::count);
        var rates = f.may("rates", Fields::rates);
        if (kind == ProgrammeKind.PARTICIPATION && ratePerHour.isEmpty()) {
            throw new Malformed("ratePerHour", "is missing");
        }
        if (kind == ProgrammeKind.CLEAN_HOUSE && rates.isEmpty()) {
            throw new Malformed("rates", "is missing");
        }
        return new OpenProgramme(
                programme,
                new Terms(
                        kind,
                        basis,
                        lines,
                        ratePerHour.orElse(0L),
                        f.may("monthlyCap", Fields::amount).map(Won::of).orElse(null),
                        rates.orElse(Map.of()),
                        new TreeSet<>(f.may("doubleOn", list(0, Fields::date)).orElse(List.of())),
                        f.may("expiresOn", Fields::date).orElse(null)));
    }

    private static Terms.Line line(Fields f) {
        return new Terms.Line(
                new BudgetLine(f.must("line", Fields::name)), new Payer(f.must("payer", Fields::name)), won(f));
    }

    private static void requireApart(List<Terms.Line> lines) {
        Set<BudgetLine> names = new HashSet<>();
        for (var line : lines) {
            if (!names.add(line.line())) {
                throw new Malformed("lines", "are not named apart");
            }
        }
    }

    private static Command payout(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new PayOut(
                id,
                programme(f),
                staff(f, "submittedBy"),
                staff(f, "approvedBy"),
                f.must(
                        "items",
                        list(
                                1,
                                object(item ->
                                        new Item(wallet(item, "wallet"), item.must("minutes", Fields::count))))));
    }

    private static Command weigh(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new Weigh(
                id,
                programme(f),
                f.must("site", Fields::name),
                f.must("device", Fields::name),
                wallet(f, "wallet"),
                f.must("material", Fields::name),
                f.must("grams", Fields::count));
    }

    private static Command buyBags(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new BuyBags(
                id,
                wallet(f, "wallet"),
                f.must("site", Fields::name),
                f.must("litres", oneOf(Map.of(10L, 10, 20L, 20))),
                f.must("count", Fields::count));
    }

    private static Command spendFund(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new SpendFund(
                id, account(f), wallet(f, "wallet"), won(f), staff(f, "proposedBy"), staff(f, "approvedBy"));
    }

    private static Command help(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new Help(
                id, wallet(f, "requester"), wallet(f, "provider"), minutes(f), f.must("activity", Fields::name));
    }

    private static Command bankAnswer(OperationId id, Fields f, UnaryOperator<String> personHash) {
        return new AnswerBatch(
                new BatchId(f.must("batch", Fields::date)), merchants(f, "paid"), merchants(f, "rejected"));
    }

    // ------------------------------------------------------------------------- fields that many have

    private static WalletId wallet(Fields f, String field) {
        return new WalletId(f.must(field, Fields::name));
    }

    private static MerchantId merchant(Fields f) {
        return new MerchantId(f.must("merchant", Fields::name));
    }

    private static List<MerchantId> merchants(Fields f, String field) {
        return f.must(field, list(0, Fields::name)).stream()
                .map(MerchantId::new)
                .toList();
    }

    private static ProgrammeId programme(Fields f) {
        return new ProgrammeId(f.must("programme", Fields::name));
    }

    private static OperationId operation(Fields f, String field) {
        return new OperationId(f.must(field, Fields::name));
    }

    private static StaffId staff(Fields f, String field) {
        return new StaffId(f.must(field, Fields::name));
    }

    private static FundAccount account(Fields f) {
        return new FundAccount(f.must("account", Fields::name));
    }

    private static Dong dong(Fields f) {
        return f.must("dong", Fields::dong);
    }

    private static Won won(Fields f) {
        return Won.of(f.must("amount", Fields::amount));
    }

    private static Minutes minutes(Fields f) {
        return Minutes.of(f.must("minutes", Fields::count));
    }
}
