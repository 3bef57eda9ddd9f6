package kr.dure.core.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The time of a decision. Dates and months are Korean: KST, which has had no summer time since 1988. */
public record Moment(Instant at, LocalDate date) {
    public static final ZoneId KST = ZoneId.of("Asia/Seoul");

    public Moment(Instant at) {
        this(at, LocalDate.ofInstant(at, KST));
    }

    /** Midnight in Korea before it. */
    public Instant startOfDay() {
        return startOf(date);
    }

    /** Midnight in Korea with which a day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(KST).toInstant();
    }

    public YearMonth month() {
        return YearMonth.from(date);
    }

    public boolean isAfter(Instant other) {
        return at.isAfter(other);
    }

    public boolean isBefore(Instant other) {
        return at.isBefore(other);
    }
}
