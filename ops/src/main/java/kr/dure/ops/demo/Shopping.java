package kr.dure.ops.demo;

/** People shop, and most have the money for it. */
final class Shopping {
    private static final int OWNER_TRIES_PERCENT = 30;
    private static final int TRIES_SUSPENDED_PERCENT = 45;
    private static final int TRIES_UNREGISTERED_PERCENT = 25;
    private static final int TRIES_WITHOUT_POLICY_PERCENT = 12;
    private static final int TRIES_WITHOUT_MONEY_PERCENT = 10;

    private final Scene scene;
    private final Payments payments;
    private final Charging charging;
    private final Refunds refunds;

    Shopping(Scene scene, Payments payments, Charging charging, Refunds refunds) {
        this.scene = scene;
        this.payments = payments;
        this.charging = charging;
        this.refunds = refunds;
    }

    void someoneShops() {
        var resident = scene.people().shopper(scene.agenda().now());
        var shop = scene.shops().near(resident.purse().dong(), scene.agenda().now());
        if (shop != null) {
            visit(resident, shop, scene.chance().price(shop.cheapest(), shop.dearest()));
        }
    }

    private void visit(Resident resident, Shop shop, long amount) {
        var purse = resident.purse();
        if (shop.owners().contains(resident.wallet())) {
            inVain(purse, shop, amount, OWNER_TRIES_PERCENT);
        } else if (!scene.tills().isRegistered(shop)) {
            inVain(purse, shop, amount, TRIES_UNREGISTERED_PERCENT);
        } else if (scene.tills().isSuspended(shop)) {
            inVain(purse, shop, amount, TRIES_SUSPENDED_PERCENT);
        } else if (shop.takesPolicyOnly()) {
            visitBigShop(purse, shop, amount);
        } else if (purse.canSpend(amount)) {
            refunds.perhaps(payments.pay(purse, shop, amount));
        } else {
            visitWithoutMoney(resident, shop, amount);
        }
    }

    private void inVain(Purse purse, Shop shop, long amount, int percent) {
        if (scene.chance().percent(percent)) {
            payments.payInVain(purse, shop.id(), amount);
        }
    }

    private void visitBigShop(Purse purse, Shop shop, long amount) {
        if (purse.canSpendPolicy(amount)) {
            refunds.perhaps(payments.pay(purse, shop, amount));
        } else if (purse.surelyLacksPolicy(amount)) {
            inVain(purse, shop, amount, TRIES_WITHOUT_POLICY_PERCENT);
        }
    }

    private void visitWithoutMoney(Resident resident, Shop shop, long amount) {
        var purse = resident.purse();
        if (purse.surelyLacks(amount)) {
            inVain(purse, shop, amount, TRIES_WITHOUT_MONEY_PERCENT);
        }
        scene.agenda().inSeconds(scene.chance().between(30, 150), () -> {
            charging.atTheTill(resident);
            scene.agenda().inSeconds(scene.chance().between(20, 60), () -> payIfPossible(purse, shop, amount));
        });
    }

    private void payIfPossible(Purse purse, Shop shop, long amount) {
        if (purse.canSpend(amount)) {
            refunds.perhaps(payments.pay(purse, shop, amount));
        }
    }
}
