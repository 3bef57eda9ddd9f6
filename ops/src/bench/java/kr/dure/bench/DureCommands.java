package kr.dure.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kr.dure.core.cleanhouse.CleanHouseCommand.Weigh;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationCommand.Item;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.PayMerchant;

/** What Dure is told: first what founds its town, and then what happens there. */
final class DureCommands {
    private static final ProgrammeId WEIGHING = new ProgrammeId("clean-house");
    private static final ProgrammeId WAGES = new ProgrammeId("wages");
    private static final String MATERIAL = "PET";
    private static final Won PLENTY = Won.of(1_000_000_000_000_000L);

    private DureCommands() {}

    interface Submission {
        void submit(String id, Command command) throws InterruptedException;
    }

    static void founding(Population population, Submission to) throws InterruptedException {
        to.submit("open-wages", programme(WAGES, ProgrammeKind.PARTICIPATION, 10_000, Map.of()));
        to.submit("open-weighing", programme(WEIGHING, ProgrammeKind.CLEAN_HOUSE, 0, Map.of(MATERIAL, 600L)));
        for (int merchant = 0; merchant < population.merchants(); merchant++) {
            to.submit(
                    "register-" + merchant,
                    new RegisterMerchant(
                            merchant(merchant), dong(merchant), "bakery", Won.of(80_000_000), true, List.of()));
        }
        for (int wallet = 0; wallet < population.wallets(); wallet++) {
            to.submit(
                    "open-" + wallet,
                    new OpenWallet(wallet(wallet), Holder.RESIDENT, dong(wallet), "person " + wallet, null, false));
        }
        for (int wallet = 0; wallet < population.wallets(); wallet++) {
            String id = "charge-" + wallet;
            to.submit(
                    id,
                    new Charge(
                            new OperationId(id),
                            wallet(wallet),
                            Won.of(Population.FUNDS),
                            new FundingRef("deposit-" + wallet)));
        }
    }

    private static OpenProgramme programme(
            ProgrammeId id, ProgrammeKind kind, long hourly, Map<String, Long> materials) {
        var line = new Terms.Line(new BudgetLine("income"), new Payer("city"), PLENTY);
        return new OpenProgramme(
                id, new Terms(kind, Basis.CONTRIBUTION, List.of(line), hourly, null, materials, Set.of(), null));
    }

    static Command of(Request request) {
        var id = new OperationId(request.id());
        return switch (request) {
            case Request.Pay pay ->
                new PayMerchant(id, wallet(pay.wallet()), merchant(pay.merchant()), Won.of(pay.amount()));
            case Request.Weigh weigh ->
                new Weigh(id, WEIGHING, "site", "scale", wallet(weigh.wallet()), MATERIAL, weigh.grams());
            case Request.PayOut payOut ->
                new PayOut(
                        id,
                        WAGES,
                        new StaffId("clerk"),
                        new StaffId("officer"),
                        IntStream.range(payOut.first(), payOut.first() + payOut.items())
                                .mapToObj(wallet -> new Item(wallet(wallet), 60))
                                .toList());
        };
    }

    static WalletId wallet(int number) {
        return new WalletId("R%06d".formatted(number));
    }

    static MerchantId merchant(int number) {
        return new MerchantId("M%04d".formatted(number));
    }

    private static Dong dong(int number) {
        return new Dong("dong-" + number % 20);
    }
}
