package kr.dure.ops.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment, exact however many digits its second is given with, counted from 1970-01-01T00:00:00Z. */
record ReferenceTime(BigDecimal seconds) implements Comparable<ReferenceTime> {
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d+)?(?:Z|([+-])(\\d\\d):(\\d\\d))");
    private static final BigDecimal SEOUL_IS_AHEAD =
            BigDecimal.valueOf(Duration.ofHours(9).toSeconds());
    private static final BigInteger A_DAY =
            BigInteger.valueOf(Duration.ofDays(1).toSeconds());

    /** Reads an RFC 3339 time with an offset, of the years 2000 to 2199 as written, without leap seconds. */
    static Optional<ReferenceTime> parse(String text) {
        Matcher time = RFC_3339.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(time.group(1));
        int offsetHours = time.group(9) == null ? 0 : Integer.parseInt(time.group(9));
        int offsetMinutes = time.group(10) == null ? 0 : Integer.parseInt(time.group(10));
        if (year < 2000 || year > 2199 || offsetHours > 23 || offsetMinutes > 59) {
            return Optional.empty();
        }
        LocalDateTime asWritten;
        try {
            asWritten = LocalDateTime.of(
                    year,
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    Integer.parseInt(time.group(4)),
                    Integer.parseInt(time.group(5)),
                    Integer.parseInt(time.group(6)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
        long offset = offsetHours * 3600L + offsetMinutes * 60L;
        long whole = asWritten.toEpochSecond(ZoneOffset.UTC) - ("-".equals(time.group(8)) ? -offset : offset);
        BigDecimal fraction = time.group(7) == null ? BigDecimal.ZERO : new BigDecimal("0" + time.group(7));
        return Optional.of(new ReferenceTime(BigDecimal.valueOf(whole).add(fraction)));
    }

    ReferenceTime plus(Duration duration) {
        return new ReferenceTime(seconds.add(BigDecimal.valueOf(duration.toSeconds())));
    }

    boolean isBefore(ReferenceTime other) {
        return compareTo(other) < 0;
    }

    boolean isAfter(ReferenceTime other) {
        return compareTo(other) > 0;
    }

    /** The date in Korea. */
    LocalDate date() {
        BigInteger wholeSeconds =
                seconds.add(SEOUL_IS_AHEAD).setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        return LocalDate.ofEpochDay(wholeSeconds.divide(A_DAY).longValueExact());
    }

    @Override
    public int compareTo(ReferenceTime other) {
        return seconds.compareTo(other.seconds);
    }
}
