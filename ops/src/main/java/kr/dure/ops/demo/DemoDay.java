package kr.dure.ops.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Supplier;

/** An ordinary day: how much of everything happens. */
final class DemoDay {
    /** On the first day wallets are opened in the morning. */
    private static final LocalTime FIRST_DAY_BEGINS = LocalTime.of(10, 0);

    private final Scene scene;
    private final Charging charging;
    private final Shopping shopping;
    private final Machines machines;
    private final Giving giving;
    private final CleanHouse cleanHouse;
    private final TimeBank timeBank;

    DemoDay(
            Scene scene,
            Charging charging,
            Shopping shopping,
            Machines machines,
            Giving giving,
            CleanHouse cleanHouse,
            TimeBank timeBank) {
        this.scene = scene;
        this.charging = charging;
        this.shopping = shopping;
        this.machines = machines;
        this.giving = giving;
        this.cleanHouse = cleanHouse;
        this.timeBank = timeBank;
    }

    void plan(LocalDate day) {
        boolean weekend = DemoCalendar.isWeekend(day);
        times(shoppers(day), () -> scene.chance().sometime(day), shopping::someoneShops);
        times(weekend ? 9 : 7, () -> scene.chance().sometime(day), machines::someoneUsesOne);
        times(3, () -> scene.chance().sometime(day), charging::someoneCharges);
        times(
                DemoCalendar.isRecyclingDay(day) ? 13 : 4,
                () -> scene.chance().byDay(day),
                cleanHouse::someoneBringsThings);
        times(2, () -> scene.chance().byDay(day), giving::someoneGives);
        times(2, () -> scene.chance().byDay(day), giving::someoneDonates);
        times(weekend ? 6 : 4, () -> scene.chance().byDay(day), timeBank::someoneHelps);
        times(day.getDayOfMonth() % 2, () -> scene.chance().byDay(day), timeBank::someoneDonates);
    }

    private static int shoppers(LocalDate day) {
        int usual = DemoCalendar.isBusinessDay(day) ? 43 : 50;
        return DemoCalendar.isMarketDay(day) ? usual + 24 : usual;
    }

    private void times(int count, Supplier<LocalDateTime> times, Runnable act) {
        for (int number = 0; number < count; number++) {
            var time = times.get();
            if (!time.isBefore(DemoCalendar.day(1).atTime(FIRST_DAY_BEGINS))) {
                scene.agenda().at(time, act);
            }
        }
    }
}
