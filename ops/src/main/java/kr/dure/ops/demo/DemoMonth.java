package kr.dure.ops.demo;

/** Everything that is planned before the month begins. */
final class DemoMonth {
    private final Scene scene;
    private final Payments payments;
    private final Charging charging;
    private final TimeBank timeBank;
    private final DemoDay day;

    DemoMonth(Scene scene) {
        this.scene = scene;
        payments = new Payments(scene);
        charging = new Charging(scene);
        timeBank = new TimeBank(scene);
        var refunds = new Refunds(scene);
        day = new DemoDay(
                scene,
                charging,
                new Shopping(scene, payments, charging, refunds),
                new Machines(scene, payments, refunds),
                new Giving(scene),
                new CleanHouse(scene, new PointSpending(scene)),
                timeBank);
    }

    void plan() {
        new Opening(scene, new Programmes(scene), charging).plan();
        new TimeBankMembers(scene, timeBank).plan();
        new Policy(scene).plan();
        new Participation(scene).plan();
        new Settlement(scene).plan();
        new FundProjects(scene, payments).plan();
        new Incidents(scene, payments).plan();
        new MovingAway(scene, payments, charging).plan();
        DemoCalendar.days().forEach(day::plan);
    }
}
