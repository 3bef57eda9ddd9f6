package kr.dure.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import kr.dure.core.money.Minutes;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationCommand.Item;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.timebank.TimeBankCommand.DonateMinutes;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.CancelCharge;
import kr.dure.core.wallet.WalletCommand.CaptureHold;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import kr.dure.core.wallet.WalletCommand.RefundBalance;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletCommand.SendGift;
import kr.dure.core.wallet.WalletCommand.UnfreezeWallet;
import kr.dure.core.wallet.WalletCommand.VoidHold;

/** What one client asks for, one thing after the other: drawn from its chance alone, never from what it is answered. */
final class Workload {
    private static final ProgrammeId WAGES = new ProgrammeId("wages");
    private static final ProgrammeId WEIGHING = new ProgrammeId("clean-house");
    private static final String MATERIAL = "PET";
    private static final int WALLETS = 36;
    private static final int MERCHANTS = 12;
    private static final int DONGS = 4;
    private static final Won PLENTY = Won.of(1_000_000_000_000_000L);

    private final String prefix;
    private final Random chance;
    private final List<OperationId> charges = new ArrayList<>();
    private final List<OperationId> payments = new ArrayList<>();
    private final List<OperationId> holds = new ArrayList<>();
    private int number;

    /** @param prefix of all its ids, which no other has */
    Workload(String prefix, Random chance) {
        this.prefix = prefix;
        this.chance = chance;
    }

    record Request(OperationId id, Command command) {}

    /** What must be there before anything else. */
    static List<Request> opening() {
        List<Request> opening = new ArrayList<>();
        var line = new Terms.Line(new BudgetLine("income"), new Payer("city"), PLENTY);
        opening.add(open(WAGES, ProgrammeKind.PARTICIPATION, line, 10_000, Map.of()));
        opening.add(open(WEIGHING, ProgrammeKind.CLEAN_HOUSE, line, 0, Map.of(MATERIAL, 600L)));
        for (int i = 0; i < MERCHANTS; i++) {
            opening.add(new Request(
                    new OperationId("register-" + i),
                    new RegisterMerchant(merchant(i), dong(i), "bakery", Won.of(80_000_000), true, List.of())));
        }
        for (int i = 0; i < WALLETS; i++) {
            var holder = i == 0 ? Holder.INSTITUTION : Holder.RESIDENT;
            String person = i == 0 ? null : "person " + i;
            opening.add(new Request(
                    new OperationId("open-" + i), new OpenWallet(wallet(i), holder, dong(i), person, null, false)));
        }
        return opening;
    }

    private static Request open(
            ProgrammeId programme, ProgrammeKind kind, Terms.Line line, long perHour, Map<String, Long> rates) {
        var terms = new Terms(kind, Basis.CONTRIBUTION, List.of(line), perHour, null, rates, Set.of(), null);
        return new Request(new OperationId("open-" + programme), new OpenProgramme(programme, terms));
    }

    private static WalletId wallet(int number) {
        return new WalletId("R%03d".formatted(number));
    }

    private static MerchantId merchant(int number) {
        return new MerchantId("M%03d".formatted(number));
    }

    private static Dong dong(int number) {
        return new Dong("dong-" + number % DONGS);
    }

    Request next() {
        var id = new OperationId(prefix + "-" + ++number);
        return new Request(id, command(id));
    }

    private Command command(OperationId id) {
        int draw = chance.nextInt(100);
        if (draw < 12) {
            return new Charge(remember(charges, id), anybody(), won(20, 1_000), new FundingRef("deposit-" + id));
        }
        if (draw < 18) {
            return new PayOut(id, WAGES, new StaffId("clerk"), new StaffId("officer"), items());
        }
        if (draw < 46) {
            return new PayMerchant(remember(payments, id), anybody(), anyMerchant(), won(5, 300));
        }
        if (draw < 56) {
            return new SendGift(id, anybody(), anybody(), won(5, 100));
        }
        if (draw < 64) {
            return new PlaceHold(remember(holds, id), anybody(), anyMerchant(), won(5, 200));
        }
        return draw < 84 ? later(id, draw) : rarer(id, draw);
    }

    /** What refers to something before it. */
    private Command later(OperationId id, int draw) {
        if (draw < 70) {
            return new CaptureHold(remember(payments, id), oneOf(holds, id), won(5, 100));
        }
        if (draw < 73) {
            return new VoidHold(oneOf(holds, id));
        }
        return draw < 81
                ? new RefundPayment(id, oneOf(payments, id), won(1, 100))
                : new CancelCharge(oneOf(charges, id));
    }

    private Command rarer(OperationId id, int draw) {
        return switch (draw) {
            case 84, 85, 86 -> new Donate(id, anybody(), won(1, 30), FundAccount.CITY);
            case 87 ->
                new SpendFund(
                        id, FundAccount.CITY, wallet(0), won(1, 30), new StaffId("clerk"), new StaffId("officer"));
            case 88, 89, 90, 91 ->
                new Weigh(id, WEIGHING, "site", "scale", anybody(), MATERIAL, 100 + chance.nextInt(900));
            case 92, 93 -> new ConvertPoints(id, anybody(), Points.of(10L * (1 + chance.nextInt(20))));
            case 94 -> new BuyBags(id, anybody(), "site", 10, 1);
            case 95 -> new RefundBalance(id, anybody());
            case 96 -> new DonateMinutes(id, anybody(), anybody(), Minutes.of(1 + chance.nextInt(60)));
            case 97 -> new FreezeWallet(anybody());
            default -> new UnfreezeWallet(anybody());
        };
    }

    private List<Item> items() {
        int first = chance.nextInt(1, WALLETS - 5);
        return IntStream.range(first, first + 1 + chance.nextInt(5))
                .mapToObj(wallet -> new Item(wallet(wallet), 30 + chance.nextInt(90)))
                .toList();
    }

    private WalletId anybody() {
        return wallet(chance.nextInt(WALLETS));
    }

    private MerchantId anyMerchant() {
        return merchant(chance.nextInt(MERCHANTS));
    }

    private Won won(int least, int most) {
        return Won.of(100L * chance.nextInt(least, most));
    }

    private static OperationId remember(List<OperationId> made, OperationId id) {
        made.add(id);
        return id;
    }

    /** One of what was made before; if nothing was, the operation refers to itself, and is refused. */
    private OperationId oneOf(List<OperationId> made, OperationId id) {
        return made.isEmpty() ? id : made.get(chance.nextInt(made.size()));
    }
}
