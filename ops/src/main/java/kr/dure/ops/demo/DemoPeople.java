package kr.dure.ops.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who lives in the town. Residents with a part to play are known by their numbers. */
final class DemoPeople {
    static final List<String> DONGS = List.of("두레읍", "느티나무동", "강나루동", "장터동", "솔바람동", "돌다리동");
    static final String CITY = "city";

    static final int YOUNG_FIRST = 61;
    static final int YOUNG_LAST = 76;
    static final int OLD_FIRST = 81;
    static final int OLD_LAST = 98;
    static final int TEEN_FIRST = 101;
    static final int TEEN_LAST = 112;
    /** With a guardian's consent up to this one. */
    static final int TEEN_WITH_CONSENT_LAST = 105;

    static final int CHILD = 111;
    static final int FOURTEEN_IN_OCTOBER = 112;
    static final int LOSES_PHONE = 44;
    static final List<Integer> MOVING_AWAY = List.of(31, 78, 80);

    private static final int RESIDENTS = 120;
    private static final int FROM_THE_FIRST_DAY = 93;
    /** They end the month with money and room under their limits. */
    private static final int STEADY_LAST = 2;

    private static final int STEADY_KEEPS = 80_000;
    private static final int STEADY_BUDGET = 300_000;
    private static final List<Integer> BIG_SPENDERS = List.of(7, 15, 22, 39, 52, 79, 114);
    private static final int BIG_SPENDERS_PERCENT = 11;
    private static final Set<Integer> DID_NOT_SAY_THEIR_BIRTH = Set.of(36, 37, 99);
    private static final List<Integer> CHARGES = List.of(30_000, 50_000, 50_000, 100_000, 100_000, 150_000);
    private static final List<Integer> BUDGETS = List.of(150_000, 200_000, 300_000, 400_000, 500_000);

    private final Chance chance;
    private final List<Resident> residents;
    private final Purse centre;
    private final Purse cooperative;
    private final List<Purse> institutions;

    DemoPeople(Chance chance) {
        this.chance = chance;
        residents = IntStream.rangeClosed(1, RESIDENTS).mapToObj(this::resident).toList();
        centre = new Purse("주민센터", DONGS.get(1), 0);
        cooperative = new Purse("마을협동조합", DONGS.get(3), 0);
        institutions = List.of(centre, cooperative, new Purse("주민자치회", DONGS.get(0), 0));
    }

    List<Resident> residents() {
        return residents;
    }

    Resident resident(String wallet) {
        return residents.stream()
                .filter(one -> one.wallet().equals(wallet))
                .findFirst()
                .orElseThrow();
    }

    Resident number(int number) {
        return residents.get(number - 1);
    }

    List<Resident> numbers(int first, int last) {
        return residents.subList(first - 1, last);
    }

    /** 주민센터. */
    Purse centre() {
        return centre;
    }

    /** 마을협동조합. */
    Purse cooperative() {
        return cooperative;
    }

    List<Purse> institutions() {
        return institutions;
    }

    /** Anyone who is in the town by now, has no phone to look for and is not about to leave. */
    Resident someone(LocalDateTime now) {
        Resident one = chance.pick(residents);
        while (!one.isIn(now) || one.purse().isFrozen() || MOVING_AWAY.contains(one.number())) {
            one = chance.pick(residents);
        }
        return one;
    }

    /** Someone again, more often one of those who buy for a large family. */
    Resident shopper(LocalDateTime now) {
        var spender = number(chance.pick(BIG_SPENDERS));
        return chance.percent(BIG_SPENDERS_PERCENT) && spender.isIn(now) ? spender : someone(now);
    }

    // ------------------------------------------------------------------------- who is who

    private Resident resident(int number) {
        boolean steady = number <= STEADY_LAST;
        boolean spends = BIG_SPENDERS.contains(number);
        return new Resident(
                number,
                new Purse(Resident.wallet(number), chance.pick(DONGS), steady ? STEADY_KEEPS : 0),
                born(number),
                hasConsent(number),
                arrives(number),
                spends ? 250_000 : usualCharge(number, steady),
                spends ? Integer.MAX_VALUE : budget(number, steady));
    }

    private int usualCharge(int number, boolean steady) {
        int usual = isTeen(number) ? 20_000 : chance.pick(CHARGES);
        return steady ? 100_000 : usual;
    }

    private int budget(int number, boolean steady) {
        int budget = isTeen(number) ? 60_000 : chance.pick(BUDGETS);
        return steady ? STEADY_BUDGET : budget;
    }

    private static boolean hasConsent(int number) {
        return number == FOURTEEN_IN_OCTOBER || (isTeen(number) && number <= TEEN_WITH_CONSENT_LAST);
    }

    private static boolean isTeen(int number) {
        return number >= TEEN_FIRST && number <= TEEN_LAST;
    }

    private LocalDateTime arrives(int number) {
        if (number <= FROM_THE_FIRST_DAY || isTeen(number)) {
            return DemoCalendar.day(1).atTime(8, 0).plusSeconds(number * 55L + chance.between(0, 50));
        }
        return DemoCalendar.day(chance.between(2, 14)).atTime(chance.between(9, 17), chance.between(0, 59), 20);
    }

    private @Nullable LocalDate born(int number) {
        if (number == FOURTEEN_IN_OCTOBER) {
            return DemoCalendar.day(14).minusYears(14);
        }
        return DID_NOT_SAY_THEIR_BIRTH.contains(number)
                ? null
                : LocalDate.ofYearDay(yearOfBirth(number), chance.between(1, 270));
    }

    private int yearOfBirth(int number) {
        if (isTeen(number)) {
            return number == CHILD ? 2014 : chance.between(2009, 2011);
        }
        if (number >= YOUNG_FIRST && number <= YOUNG_LAST) {
            return chance.between(2002, 2007);
        }
        return number >= OLD_FIRST && number <= OLD_LAST ? chance.between(1936, 1956) : chance.between(1957, 2000);
    }
}
