package kr.dure.ops.town;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as town files write them: RFC 3339 with upper-case T and Z, in the years 2000 to 2199. */
final class Times {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern AT =
            Pattern.compile("(2[01][0-9]{2}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):"
                    + "([0-5][0-9])(?:\\.([0-9]+))?(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");
    private static final int NANO_DIGITS = 9;

    private Times() {}

    static Optional<LocalDate> date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Fractions of a second count as far as nanoseconds. */
    static Optional<Instant> at(String text) {
        Matcher parts = AT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return date(parts.group(1)).map(date -> {
            var time = LocalTime.of(number(parts, 2), number(parts, 3), number(parts, 4), nanos(parts.group(5)));
            return date.atTime(time).toInstant(ZoneOffset.UTC).minusSeconds(offsetSeconds(parts));
        });
    }

    private static long offsetSeconds(Matcher parts) {
        if (parts.group(6) == null) {
            return 0;
        }
        long seconds = (number(parts, 7) * 60L + number(parts, 8)) * 60;
        return parts.group(6).equals("-") ? -seconds : seconds;
    }

    private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String digits = fraction.length() > NANO_DIGITS
                ? fraction.substring(0, NANO_DIGITS)
                : fraction + "0".repeat(NANO_DIGITS - fraction.length());
        return Integer.parseInt(digits);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
