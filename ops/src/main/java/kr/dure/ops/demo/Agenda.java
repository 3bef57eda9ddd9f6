package kr.dure.ops.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still to happen. Acts run in the order of their times, and may put later ones on the agenda. */
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private LocalDateTime now = DemoCalendar.START;
    private long number;

    LocalDateTime now() {
        return now;
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    void at(LocalDateTime time, Runnable act) {
        entries.add(new Entry(time.isBefore(now) ? now : time, number++, act));
    }

    void inSeconds(int seconds, Runnable act) {
        at(now.plusSeconds(seconds), act);
    }

    void inMinutes(int minutes, Runnable act) {
        at(now.plus(Duration.ofMinutes(minutes)), act);
    }

    /** Runs all acts before {@code end}; later ones never happen. */
    void runUntil(LocalDateTime end) {
        for (var next = entries.poll(); next != null && next.at.isBefore(end); next = entries.poll()) {
            now = next.at;
            next.act.run();
        }
    }

    /** @param number keeps acts of the same second in the order in which they were planned */
    private record Entry(LocalDateTime at, long number, Runnable act) {}
}
