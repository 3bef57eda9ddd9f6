package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.OPEN_WALLET;
import static kr.dure.ops.demo.DemoOp.REGISTER_MERCHANT;

import java.time.LocalDateTime;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The first morning: programmes, shops and wallets are opened. Some people and one shop come later. */
final class Opening {
    private static final LocalDateTime FIRST_SHOP = DemoCalendar.day(1).atTime(7, 10);
    private static final int SECONDS_BETWEEN_SHOPS = 40;
    private static final LocalDateTime INSTITUTIONS = DemoCalendar.day(1).atTime(7, 50);
    private static final int SECOND_CAFE = 23;
    private static final LocalDateTime SECOND_CAFE_MOVES_IN =
            DemoCalendar.day(12).atTime(9, 20);
    private static final List<Integer> ASK_FOR_A_SECOND_WALLET = List.of(19, 67);

    private final Scene scene;
    private final Programmes programmes;
    private final Charging charging;

    Opening(Scene scene, Programmes programmes, Charging charging) {
        this.scene = scene;
        this.programmes = programmes;
        this.charging = charging;
    }

    void plan() {
        scene.agenda().at(DemoCalendar.day(1).atTime(7, 0), programmes::open);
        planShops();
        planWallets();
    }

    // ------------------------------------------------------------------------- shops

    private void planShops() {
        var time = FIRST_SHOP;
        for (var shop : scene.shops().all()) {
            boolean elsewhere = shop.id().equals(DemoShops.id(SECOND_CAFE));
            scene.agenda().at(time, elsewhere ? () -> write(shop, false) : () -> register(shop));
            time = time.plusSeconds(SECONDS_BETWEEN_SHOPS);
        }
        scene.agenda().at(time, () -> registerInVain("M0025", "장터동", "gambling", 150_000_000));
        scene.agenda().at(time.plusSeconds(50), () -> registerInVain("M0003", "강나루동", "cafe", 260_000_000));
        scene.agenda().at(SECOND_CAFE_MOVES_IN, () -> register(scene.shops().number(SECOND_CAFE)));
    }

    private void register(Shop shop) {
        write(shop, true);
        scene.tills().register(shop);
    }

    private void write(Shop shop, boolean inDistrict) {
        var fields =
                fields(shop.id(), shop.dong(), shop.trade(), shop.annualSales()).put("inDistrict", inDistrict);
        var owners = fields.putArray("owners");
        shop.owners().forEach(owners::add);
        scene.book().write(REGISTER_MERCHANT, fields);
    }

    /** A shop that will be refused. */
    private void registerInVain(String id, String dong, String trade, long sales) {
        scene.book().write(REGISTER_MERCHANT, fields(id, dong, trade, sales).put("inDistrict", true));
    }

    private static ObjectNode fields(String id, String dong, String trade, long sales) {
        return DemoLine.fields()
                .put("merchant", id)
                .put("dong", dong)
                .put("trade", trade)
                .put("annualSales", sales);
    }

    // ------------------------------------------------------------------------- wallets

    private void planWallets() {
        scene.agenda().at(INSTITUTIONS, () -> scene.people().institutions().forEach(this::openInstitution));
        for (var resident : scene.people().residents()) {
            scene.agenda().at(resident.arrives(), () -> arrive(resident));
        }
        for (int number : ASK_FOR_A_SECOND_WALLET) {
            var time = DemoCalendar.day(number % 9 + 2).atTime(14, 5);
            scene.agenda().at(time, () -> openWallet(scene.people().number(number), Resident.wallet(number + 500)));
        }
        scene.agenda()
                .at(
                        DemoCalendar.day(2).atTime(9, 31),
                        () -> openWallet(scene.people().number(3), "R00003"));
    }

    private void openInstitution(Purse institution) {
        scene.book()
                .write(
                        OPEN_WALLET,
                        DemoLine.fields()
                                .put("wallet", institution.wallet())
                                .put("holder", "institution")
                                .put("dong", institution.dong()));
    }

    private void arrive(Resident resident) {
        openWallet(resident, resident.wallet());
        if (!DemoPeople.MOVING_AWAY.contains(resident.number())) {
            scene.agenda().inMinutes(scene.chance().between(4, 300), () -> charging.atHome(resident));
        }
    }

    private void openWallet(Resident resident, String wallet) {
        var fields = DemoLine.fields()
                .put("wallet", wallet)
                .put("holder", "resident")
                .put("dong", resident.purse().dong())
                .put("person", "proof-of-" + resident.wallet());
        if (resident.born() != null) {
            fields.put("birthDate", resident.born().toString());
        }
        if (resident.guardianConsent()) {
            fields.put("guardianConsent", true);
        }
        scene.book().write(OPEN_WALLET, fields);
    }
}
