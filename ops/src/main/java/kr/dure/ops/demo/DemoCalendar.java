package kr.dure.ops.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The days of the month, and what is special about them. */
final class DemoCalendar {
    static final LocalDateTime START = day(1).atStartOfDay();
    static final LocalDateTime END = day(31).plusDays(1).atStartOfDay();

    /** From here on money is bought without a discount, and paying earns cashback. */
    static final LocalDate CASHBACK_FROM = day(16);

    private static final int DAYS = 31;
    private static final int MARKET_EVERY = 5;
    /** National Foundation Day fell on a Saturday, so that its Monday is free too; then Hangeul Day. */
    private static final Set<LocalDate> HOLIDAYS = Set.of(day(3), day(5), day(9));

    private DemoCalendar() {}

    static LocalDate day(int dayOfMonth) {
        return LocalDate.of(2026, Month.OCTOBER, dayOfMonth);
    }

    static List<LocalDate> days() {
        return IntStream.rangeClosed(1, DAYS).mapToObj(DemoCalendar::day).toList();
    }

    /** The old market is held on the 5th, the 10th and so on (오일장). */
    static boolean isMarketDay(LocalDate day) {
        return day.getDayOfMonth() % MARKET_EVERY == 0;
    }

    static boolean isRecyclingDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.WEDNESDAY;
    }

    static boolean isBusinessDay(LocalDate day) {
        return !isWeekend(day) && !HOLIDAYS.contains(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    static LocalDate businessDaysAfter(LocalDate day, int count) {
        LocalDate later = day;
        for (int left = count; left > 0; left -= isBusinessDay(later) ? 1 : 0) {
            later = later.plusDays(1);
        }
        return later;
    }
}
