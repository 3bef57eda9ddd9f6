package kr.dure.ops.demo;

import java.util.stream.IntStream;

/** Who joins the time bank, and who may not yet. */
final class TimeBankMembers {
    private static final int LAST_OF_THE_FIRST = 34;

    private final Scene scene;
    private final TimeBank bank;

    TimeBankMembers(Scene scene, TimeBank bank) {
        this.scene = scene;
        this.bank = bank;
    }

    void plan() {
        var agenda = scene.agenda();
        agenda.at(
                DemoCalendar.day(1).atTime(11, 0),
                () -> scene.people().institutions().forEach(bank::institutionJoins));
        IntStream.rangeClosed(1, LAST_OF_THE_FIRST)
                .filter(number -> !DemoPeople.MOVING_AWAY.contains(number))
                .forEach(number -> joins(number, 1 + number / 4));
        joins(20, 21);
        IntStream.rangeClosed(DemoPeople.TEEN_FIRST, DemoPeople.TEEN_WITH_CONSENT_LAST)
                .forEach(number -> joins(number, 10));
        joinsInVain(DemoPeople.TEEN_WITH_CONSENT_LAST + 1, 8);
        joinsInVain(DemoPeople.TEEN_WITH_CONSENT_LAST + 2, 10);
        joinsInVain(DemoPeople.CHILD, 10);
        joinsInVain(DemoPeople.FOURTEEN_IN_OCTOBER, 13);
        joins(DemoPeople.FOURTEEN_IN_OCTOBER, 14);
    }

    private void joins(int number, int day) {
        at(number, day, () -> bank.residentJoins(scene.people().number(number)));
    }

    private void joinsInVain(int number, int day) {
        at(number, day, () -> bank.joinInVain(scene.people().number(number)));
    }

    private void at(int number, int day, Runnable act) {
        scene.agenda().at(DemoCalendar.day(day).atTime(12 + number % 7, number % 60), act);
    }
}
