package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.PAYOUT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Neighbourhood work of a week, paid on Friday evening in one batch that a second person approved. */
final class Participation {
    private static final List<Integer> FRIDAYS = List.of(2, 9, 16, 23, 30);
    private static final int FIRST_WORKER = 40;
    private static final int LAST_WORKER = 60;
    private static final int AT_WORK_PERCENT = 70;
    private static final int QUARTER = 15;
    private static final String SUBMITS = "돌봄매니저-오하늘";
    private static final String APPROVES = "복지팀장-문보라";
    private static final LocalDate APPROVED_BY_WHO_SUBMITTED = DemoCalendar.day(9);
    private static final LocalDate WITH_AN_INSTITUTION = DemoCalendar.day(16);
    private static final LocalDate IN_SECONDS_FOR_MINUTES = DemoCalendar.day(23);

    private final Scene scene;
    private final Map<String, Long> paid = new LinkedHashMap<>();

    Participation(Scene scene) {
        this.scene = scene;
    }

    void plan() {
        for (int friday : FRIDAYS) {
            scene.agenda().at(DemoCalendar.day(friday).atTime(17, 30), this::endWeek);
        }
    }

    /** Three batches are refused first, and then sent as they should be. */
    private void endWeek() {
        Map<String, Integer> hours = hoursOfTheWeek();
        var today = scene.agenda().today();
        if (today.equals(APPROVED_BY_WHO_SUBMITTED)) {
            write(hours, SUBMITS);
        } else if (today.equals(WITH_AN_INSTITUTION)) {
            Map<String, Integer> wrong = new LinkedHashMap<>(hours);
            wrong.put(scene.people().cooperative().wallet(), 2 * 60);
            write(wrong, APPROVES);
        } else if (today.equals(IN_SECONDS_FOR_MINUTES)) {
            Map<String, Integer> wrong = new LinkedHashMap<>(hours);
            wrong.replaceAll((wallet, minutes) -> minutes * 60);
            write(wrong, APPROVES);
        }
        scene.agenda().inMinutes(25, () -> pay(hours));
    }

    private Map<String, Integer> hoursOfTheWeek() {
        var chance = scene.chance();
        Map<String, Integer> minutes = new LinkedHashMap<>();
        for (var worker : scene.people().numbers(FIRST_WORKER, LAST_WORKER)) {
            int worked = chance.between(4, 16) * QUARTER;
            boolean under = paid.getOrDefault(worker.wallet(), 0L) + pay(worked) <= Programmes.CARE_MONTHLY_CAP;
            if (chance.percent(AT_WORK_PERCENT) && under) {
                minutes.put(worker.wallet(), worked);
            }
        }
        return minutes;
    }

    private void pay(Map<String, Integer> hours) {
        write(hours, APPROVES);
        hours.forEach((wallet, minutes) -> {
            paid.merge(wallet, pay(minutes), Long::sum);
            scene.people().resident(wallet).purse().gets(pay(minutes));
        });
    }

    private static long pay(int minutes) {
        return (long) minutes * Programmes.CARE_PER_HOUR / 60;
    }

    private void write(Map<String, Integer> hours, String approvedBy) {
        var fields = DemoLine.fields()
                .put("programme", Programmes.CARE)
                .put("submittedBy", SUBMITS)
                .put("approvedBy", approvedBy);
        var items = fields.putArray("items");
        hours.forEach(
                (wallet, minutes) -> items.addObject().put("wallet", wallet).put("minutes", minutes));
        scene.book().write(PAYOUT, fields);
    }
}
