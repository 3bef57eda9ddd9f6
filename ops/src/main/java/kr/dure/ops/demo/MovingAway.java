package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.BALANCE_REFUND;

/** Who leaves town spends most of the money first, and has the rest paid back. */
final class MovingAway {
    private static final int BAKERY = 1;
    private static final int GROCER = 2;
    private static final int BOOKSHOP = 4;

    private final Scene scene;
    private final Payments payments;
    private final Charging charging;

    MovingAway(Scene scene, Payments payments, Charging charging) {
        this.scene = scene;
        this.payments = payments;
        this.charging = charging;
    }

    void plan() {
        int number = 0;
        for (int mover : DemoPeople.MOVING_AWAY) {
            planMove(scene.people().number(mover).purse(), 5 + 7 * number, 50_000L * (number + 1));
            number++;
        }
    }

    /** The rule asks for 60% to be spent: a first try comes too early. */
    private void planMove(Purse purse, int day, long charged) {
        var agenda = scene.agenda();
        agenda.at(DemoCalendar.day(day).atTime(18, 10), () -> charging.charge(purse, charged));
        agenda.at(DemoCalendar.day(day + 1).atTime(12, 25), () -> pays(purse, BOOKSHOP, charged * 30 / 100));
        agenda.at(DemoCalendar.day(day + 1).atTime(12, 40), () -> wantsTheRestBack(purse));
        agenda.at(DemoCalendar.day(day + 2).atTime(19, 5), () -> pays(purse, GROCER, charged * 28 / 100));
        agenda.at(DemoCalendar.day(day + 3).atTime(8, 35), () -> pays(purse, BAKERY, charged * 13 / 100));
        agenda.at(DemoCalendar.day(day + 3).atTime(9, 15), () -> wantsTheRestBack(purse));
        agenda.at(DemoCalendar.day(day + 3).atTime(9, 16), () -> wantsTheRestBack(purse));
    }

    private void pays(Purse purse, int shop, long amount) {
        payments.pay(purse, scene.shops().number(shop), amount);
    }

    private void wantsTheRestBack(Purse purse) {
        scene.book().write(BALANCE_REFUND, DemoLine.fields().put("wallet", purse.wallet()));
    }
}
