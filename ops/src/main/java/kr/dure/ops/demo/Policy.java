package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.GRANT;

import java.time.LocalDate;
import java.util.List;

/** Policy money: an allowance for the young until its budget is gone, and one for the old that soon expires. */
final class Policy {
    static final LocalDate AUTUMN_ENDS = DemoCalendar.day(25);

    private static final long YOUTH_GRANT = 100_000;
    private static final long AUTUMN_GRANT = 70_000;

    private final Scene scene;
    private long youthLeft = Programmes.YOUTH_BUDGET;

    Policy(Scene scene) {
        this.scene = scene;
    }

    void plan() {
        var old = scene.people().numbers(DemoPeople.OLD_FIRST, DemoPeople.OLD_LAST);
        grantInTurn(DemoCalendar.day(2), old, Programmes.AUTUMN, AUTUMN_GRANT);
        var young = scene.people().numbers(DemoPeople.YOUNG_FIRST, DemoPeople.YOUNG_LAST);
        grantInTurn(DemoCalendar.day(6), young, Programmes.YOUTH, YOUTH_GRANT);
        scene.agenda()
                .at(
                        AUTUMN_ENDS.plusDays(1).atStartOfDay(),
                        () -> old.forEach(one -> one.purse().losesPolicy()));
        scene.agenda().at(DemoCalendar.day(7).atTime(9, 40), () -> write(Programmes.CARE, "R00061", YOUTH_GRANT));
    }

    /** Whoever has no wallet yet misses it; one of them is on the list all the same. */
    private void grantInTurn(LocalDate day, List<Resident> people, String programme, long amount) {
        var time = day.atTime(10, 0);
        for (var one : people) {
            scene.agenda().at(time, () -> grant(one, programme, amount));
            time = time.plusSeconds(9);
        }
    }

    private void grant(Resident one, String programme, long amount) {
        boolean isIn = one.isIn(scene.agenda().now());
        if (isIn || one.number() == DemoPeople.OLD_LAST) {
            write(programme, one.wallet(), amount);
        }
        boolean lasts = !programme.equals(Programmes.YOUTH) || youthLeft >= amount;
        if (isIn && lasts) {
            one.purse().isGranted(amount);
            youthLeft -= programme.equals(Programmes.YOUTH) ? amount : 0;
        }
    }

    private void write(String programme, String wallet, long amount) {
        scene.book()
                .write(
                        GRANT,
                        DemoLine.fields()
                                .put("programme", programme)
                                .put("wallet", wallet)
                                .put("amount", amount));
    }
}
