package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.BALANCE_REFUND;
import static kr.dure.ops.demo.DemoOp.CANCEL_CHARGE;
import static kr.dure.ops.demo.DemoOp.CHARGE;

import java.util.Locale;

/** Residents buy the town's money; now and then too much, or with a deposit that was used. */
final class Charging {
    private static final long MONTHLY_LIMIT = 700_000;
    private static final int CANCELLED_PERCENT = 11;
    private static final int CANCELLED_TWICE_PERCENT = 12;
    private static final int CANCELLED_TOO_LATE_PERCENT = 1;
    private static final int SENT_TWICE_PERCENT = 3;
    private static final int WANTED_BACK_AT_ONCE_PERCENT = 3;
    private static final int TRIES_OVER_LIMIT_PERCENT = 12;

    private final Scene scene;
    private int deposits;

    Charging(Scene scene) {
        this.scene = scene;
    }

    void someoneCharges() {
        atHome(scene.people().someone(scene.agenda().now()));
    }

    /** With time for second thoughts. */
    void atHome(Resident resident) {
        if (allows(resident)) {
            long amount = resident.usualCharge();
            String deposit = deposit();
            haveSecondThoughts(resident.purse(), charge(resident.purse(), amount, deposit), amount, deposit);
        }
    }

    /** To pay with it at once. */
    void atTheTill(Resident resident) {
        if (allows(resident)) {
            charge(resident.purse(), resident.usualCharge());
        }
    }

    /** Whether the month's budget has room for what this resident usually charges. Some forget the limit. */
    private boolean allows(Resident resident) {
        long bought = resident.purse().bought() + resident.usualCharge();
        if (bought > MONTHLY_LIMIT && scene.chance().percent(TRIES_OVER_LIMIT_PERCENT)) {
            write(resident.purse(), resident.usualCharge(), deposit());
        }
        return bought <= Math.min(resident.budget(), MONTHLY_LIMIT);
    }

    /** A charge that stays as it is. */
    void charge(Purse purse, long amount) {
        charge(purse, amount, deposit());
    }

    private String charge(Purse purse, long amount, String deposit) {
        String charge = write(purse, amount, deposit);
        purse.buys(amount);
        fund(purse, amount);
        return charge;
    }

    private void haveSecondThoughts(Purse purse, String charge, long amount, String deposit) {
        var chance = scene.chance();
        int uses = purse.uses();
        if (chance.percent(CANCELLED_PERCENT)) {
            scene.agenda().inMinutes(chance.between(2, 600), () -> cancel(purse, charge, amount, uses));
        }
        if (chance.percent(CANCELLED_TOO_LATE_PERCENT)) {
            scene.agenda().inMinutes(8 * 24 * 60 + 90, () -> writeCancel(charge));
        }
        if (chance.percent(SENT_TWICE_PERCENT)) {
            scene.agenda().inSeconds(chance.between(2, 30), () -> write(purse, amount, deposit));
        }
        if (chance.percent(WANTED_BACK_AT_ONCE_PERCENT)) {
            scene.agenda().inSeconds(chance.between(40, 90), () -> wantBack(purse, uses));
        }
    }

    /** Nothing of it was spent. */
    private void wantBack(Purse purse, int usesThen) {
        if (purse.uses() == usesThen) {
            scene.book().write(BALANCE_REFUND, DemoLine.fields().put("wallet", purse.wallet()));
        }
    }

    /** Whether a used purse has touched just this charge, only the ledger knows. */
    private void cancel(Purse purse, String charge, long amount, int usesThen) {
        writeCancel(charge);
        if (purse.uses() == usesThen) {
            purse.buysNot(amount);
            fund(purse, -amount);
        } else {
            purse.mayLose(amount);
        }
        if (scene.chance().percent(CANCELLED_TWICE_PERCENT)) {
            scene.agenda().inSeconds(20, () -> writeCancel(charge));
        }
    }

    private void fund(Purse purse, long amount) {
        if (scene.agenda().today().isBefore(DemoCalendar.CASHBACK_FROM)) {
            scene.coffers().adds(purse.dong(), Coffers.shareOfCharge(amount));
        }
    }

    private String deposit() {
        return String.format(Locale.ROOT, "deposit-%05d", ++deposits);
    }

    private String write(Purse purse, long amount, String deposit) {
        return scene.book()
                .write(
                        CHARGE,
                        DemoLine.fields()
                                .put("wallet", purse.wallet())
                                .put("amount", amount)
                                .put("funding", deposit));
    }

    private void writeCancel(String charge) {
        scene.book().write(CANCEL_CHARGE, DemoLine.fields().put("charge", charge));
    }
}
