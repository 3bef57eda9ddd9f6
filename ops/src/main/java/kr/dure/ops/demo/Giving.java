package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.DONATE;
import static kr.dure.ops.demo.DemoOp.GIFT;

/** Gifts to each other, and to the fund of the town or of a dong. */
final class Giving {
    private static final int STEP = 1_000;
    private static final int WITHOUT_MONEY_PERCENT = 30;
    private static final int WRONG_NAME_PERCENT = 5;
    private static final int TO_INSTITUTION_PERCENT = 3;
    private static final int TO_ONESELF_PERCENT = 2;
    private static final int TO_THE_CITY_PERCENT = 35;

    private final Scene scene;

    Giving(Scene scene) {
        this.scene = scene;
    }

    void someoneGives() {
        var from = someone();
        var to = someone();
        long amount = scene.chance().between(3, 30) * (long) STEP;
        if (scene.chance().percent(WRONG_NAME_PERCENT)) {
            gift(from, from.wallet().replace("R0", "R9"), amount);
        } else if (scene.chance().percent(TO_INSTITUTION_PERCENT)) {
            gift(from, scene.people().centre().wallet(), amount);
        } else if (scene.chance().percent(TO_ONESELF_PERCENT)) {
            gift(from, from.wallet(), amount);
        } else if (from.surelyLacks(amount) && scene.chance().percent(WITHOUT_MONEY_PERCENT)) {
            gift(from, to.wallet(), amount);
        } else if (from.canGive(amount) && !from.wallet().equals(to.wallet())) {
            gift(from, to.wallet(), amount);
            from.spends(amount);
            to.gets(amount);
        }
    }

    void someoneDonates() {
        var from = someone();
        long amount = scene.chance().between(1, 10) * (long) STEP;
        boolean city = scene.chance().percent(TO_THE_CITY_PERCENT);
        String account = city ? DemoPeople.CITY : from.dong();
        if (scene.chance().percent(WRONG_NAME_PERCENT)) {
            donate(from, from.dong().replaceAll("[동읍]$", "마을"), amount);
        } else if (from.canSpend(amount)) {
            donate(from, account, amount);
            from.spends(amount);
            scene.coffers().adds(account, amount);
        }
    }

    private Purse someone() {
        return scene.people().someone(scene.agenda().now()).purse();
    }

    private void gift(Purse from, String to, long amount) {
        scene.book()
                .write(
                        GIFT,
                        DemoLine.fields()
                                .put("from", from.wallet())
                                .put("to", to)
                                .put("amount", amount));
    }

    private void donate(Purse from, String account, long amount) {
        scene.book()
                .write(
                        DONATE,
                        DemoLine.fields()
                                .put("wallet", from.wallet())
                                .put("amount", amount)
                                .put("account", account));
    }
}
