package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.VOID;

/** Washing machines and charging points hold first, and take what was used when they are done. */
final class Machines {
    private static final int HOLD_MINUTES = 30;

    private final Scene scene;
    private final Payments payments;
    private final Refunds refunds;

    Machines(Scene scene, Payments payments, Refunds refunds) {
        this.scene = scene;
        this.payments = payments;
        this.refunds = refunds;
    }

    void someoneUsesOne() {
        var purse = scene.people().someone(scene.agenda().now()).purse();
        var machine = scene.shops().machine();
        boolean own = machine.owners().contains(purse.wallet());
        if (!own && purse.canSpend(machine.dearest())) {
            use(purse, machine, machine.dearest());
        }
    }

    private void use(Purse purse, Shop machine, long held) {
        String hold = payments.hold(purse, machine, held);
        long used = scene.chance().price(machine.cheapest(), machine.dearest());
        int fate = scene.chance().between(1, 100);
        if (fate <= 74) {
            done(hold, purse, machine, held, used);
        } else if (fate <= 86) {
            givesUp(hold, purse, held, fate % 4 == 0);
        } else if (fate <= 96) {
            lapses(hold, purse, held, used, fate % 3 != 0);
        } else {
            takesTooMuch(hold, purse, machine, held, used);
        }
    }

    private void done(String hold, Purse purse, Shop machine, long held, long used) {
        scene.agenda()
                .inMinutes(
                        scene.chance().between(9, HOLD_MINUTES - 1),
                        () -> refunds.perhaps(payments.capture(hold, purse, machine, held, used)));
    }

    private void givesUp(String hold, Purse purse, long held, boolean twice) {
        scene.agenda().inSeconds(scene.chance().between(40, 400), () -> {
            writeVoid(hold);
            purse.getsBack(held);
        });
        if (twice) {
            scene.agenda().inSeconds(500, () -> writeVoid(hold));
        }
    }

    private void lapses(String hold, Purse purse, long held, long used, boolean takenLate) {
        scene.agenda().inMinutes(HOLD_MINUTES, () -> purse.getsBack(held));
        if (takenLate) {
            int late = HOLD_MINUTES + scene.chance().between(0, 25);
            scene.agenda().inMinutes(late, () -> payments.captureInVain(hold, used));
        }
    }

    private void takesTooMuch(String hold, Purse purse, Shop machine, long held, long used) {
        scene.agenda().inMinutes(HOLD_MINUTES - 8, () -> payments.captureInVain(hold, held + 500));
        scene.agenda().inMinutes(HOLD_MINUTES - 6, () -> payments.capture(hold, purse, machine, held, used));
    }

    private void writeVoid(String hold) {
        scene.book().write(VOID, DemoLine.fields().put("hold", hold));
    }
}
