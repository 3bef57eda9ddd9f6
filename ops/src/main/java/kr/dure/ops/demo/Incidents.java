package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.FREEZE_WALLET;
import static kr.dure.ops.demo.DemoOp.GIFT;
import static kr.dure.ops.demo.DemoOp.REINSTATE_MERCHANT;
import static kr.dure.ops.demo.DemoOp.SUSPEND_MERCHANT;
import static kr.dure.ops.demo.DemoOp.UNFREEZE_WALLET;

import java.time.LocalDateTime;

/** A phone is lost and found again, and a shop is suspended for a week. */
final class Incidents {
    static final int SUSPENDED_SHOP = 13;

    private static final int GROCER = 2;
    private static final LocalDateTime LOST = DemoCalendar.day(13).atTime(8, 40);
    private static final LocalDateTime FOUND = DemoCalendar.day(15).atTime(14, 0);
    private static final LocalDateTime SUSPENDED = DemoCalendar.day(14).atTime(10, 0);
    private static final LocalDateTime REINSTATED = DemoCalendar.day(21).atTime(9, 0);

    private final Scene scene;
    private final Payments payments;

    Incidents(Scene scene, Payments payments) {
        this.scene = scene;
        this.payments = payments;
    }

    void plan() {
        planLostPhone(scene.people().number(DemoPeople.LOSES_PHONE).purse());
        planSuspension(scene.shops().number(SUSPENDED_SHOP));
    }

    /** Whoever found it first tries to pay with it, and to send the money on. */
    private void planLostPhone(Purse purse) {
        scene.agenda().at(LOST, () -> freeze(FREEZE_WALLET, purse, true));
        scene.agenda().at(LOST.plusMinutes(52), () -> payments.payInVain(purse, DemoShops.id(GROCER), 14_500));
        scene.agenda().at(LOST.plusMinutes(55), () -> payments.payInVain(purse, DemoShops.id(GROCER), 4_500));
        scene.agenda()
                .at(
                        LOST.plusMinutes(71),
                        () -> scene.book()
                                .write(
                                        GIFT,
                                        DemoLine.fields()
                                                .put("from", purse.wallet())
                                                .put("to", Resident.wallet(DemoPeople.LOSES_PHONE + 1))
                                                .put("amount", 20_000)));
        scene.agenda().at(FOUND, () -> freeze(UNFREEZE_WALLET, purse, false));
    }

    private void freeze(DemoOp op, Purse purse, boolean frozen) {
        scene.book().write(op, DemoLine.fields().put("wallet", purse.wallet()));
        purse.freeze(frozen);
    }

    private void planSuspension(Shop shop) {
        scene.agenda().at(SUSPENDED, () -> {
            scene.book().write(SUSPEND_MERCHANT, DemoLine.fields().put("merchant", shop.id()));
            scene.tills().suspend(shop);
        });
        scene.agenda().at(REINSTATED, () -> {
            scene.book().write(REINSTATE_MERCHANT, DemoLine.fields().put("merchant", shop.id()));
            scene.tills().reinstate(shop);
        });
    }
}
