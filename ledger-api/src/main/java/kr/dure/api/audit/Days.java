package kr.dure.api.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as the tables give them to an audit: numbers since 1970, whatever year it is. */
final class Days {
    private Days() {}

    static @Nullable LocalDate of(@Nullable Integer day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
