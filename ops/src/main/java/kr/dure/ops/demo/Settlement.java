package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.BANK_ANSWER;
import static kr.dure.ops.demo.DemoOp.DAY_END;
import static kr.dure.ops.demo.DemoOp.EXPIRE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each day ends, the bank answers two business days later, and what has expired is swept on Mondays. */
final class Settlement {
    private static final LocalTime CUT_OFF = LocalTime.of(23, 50);
    private static final LocalTime BANK_ANSWERS = LocalTime.of(10, 30);
    private static final int BANK_DAYS = 2;

    /** By the day of the batch: the account of this shop could not be paid. */
    private static final Map<LocalDate, String> REJECTED =
            Map.of(DemoCalendar.day(6), "M0006", DemoCalendar.day(15), "M0014", DemoCalendar.day(21), "M0009");
    /** The bank forgot one shop of this batch, and answers for it a day later. */
    private static final LocalDate ANSWERED_IN_PARTS = DemoCalendar.day(12);
    /** The bank's first answer to this batch named a shop that was suspended and had no part in it. */
    private static final LocalDate ANSWERED_WRONGLY = DemoCalendar.day(19);

    private final Scene scene;

    Settlement(Scene scene) {
        this.scene = scene;
    }

    void plan() {
        for (var day : DemoCalendar.days()) {
            scene.agenda().at(day.atTime(CUT_OFF), this::endDay);
            scene.agenda()
                    .at(DemoCalendar.businessDaysAfter(day, BANK_DAYS).atTime(BANK_ANSWERS), () -> bankAnswers(day));
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                scene.agenda().at(day.atTime(4, 0), () -> scene.book().write(EXPIRE, DemoLine.fields()));
            }
        }
        scene.agenda().at(DemoCalendar.day(8).atTime(23, 52), () -> writeDayEnd(DemoCalendar.day(8)));
        scene.agenda().at(DemoCalendar.day(18).atTime(0, 3), () -> writeDayEnd(DemoCalendar.day(17)));
    }

    private void endDay() {
        writeDayEnd(scene.agenda().today());
        scene.tills().cutOff(scene.agenda().today());
    }

    private void writeDayEnd(LocalDate date) {
        scene.book().write(DAY_END, DemoLine.fields().put("date", date.toString()));
    }

    private void bankAnswers(LocalDate batch) {
        List<String> shops = scene.tills().batch(batch);
        if (batch.equals(ANSWERED_IN_PARTS)) {
            write(batch, shops.subList(1, shops.size()), Set.of());
            scene.agenda().inMinutes(24 * 60, () -> write(batch, shops.subList(0, 1), Set.of()));
        } else if (batch.equals(ANSWERED_WRONGLY)) {
            write(batch, List.of(DemoShops.id(Incidents.SUSPENDED_SHOP)), Set.of());
            scene.agenda().inMinutes(40, () -> answerAll(batch, shops));
        } else {
            answerAll(batch, shops);
        }
    }

    private void answerAll(LocalDate batch, List<String> shops) {
        Set<String> rejected = Set.of(REJECTED.getOrDefault(batch, ""));
        write(batch, shops, rejected);
        shops.stream().filter(rejected::contains).forEach(shop -> scene.tills().comesBack(batch, shop));
    }

    private void write(LocalDate batch, List<String> shops, Set<String> rejected) {
        var fields = DemoLine.fields().put("batch", batch.toString());
        var paid = fields.putArray("paid");
        var returned = fields.putArray("rejected");
        shops.forEach(shop -> (rejected.contains(shop) ? returned : paid).add(shop));
        scene.book().write(BANK_ANSWER, fields);
    }
}
