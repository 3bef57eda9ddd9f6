package kr.dure.ops.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** All of the demo's chance, from one seed. */
final class Chance {
    private static final String ALGORITHM = "L64X128MixRandom";
    private static final long SEED = 20_261_001L;
    private static final int PRICE_STEP = 100;
    private static final int MORNING = 7;
    private static final int NIGHT = 22;
    /** How much happens in each hour of a day: little at night, most at lunch and in the evening. */
    private static final int[] HOURS = {
        1, 1, 0, 0, 0, 1, 3, 7, 9, 11, 13, 19, 30, 20, 12, 11, 13, 19, 29, 24, 14, 8, 5, 2
    };

    private final RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(SEED);

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A price between the two, in hundreds of won and more often a low one. */
    int price(int least, int most) {
        int steps = (most - least) / PRICE_STEP;
        return least + Math.min(between(0, steps), between(0, steps)) * PRICE_STEP;
    }

    /** A time at which people are up and about. */
    LocalDateTime byDay(LocalDate day) {
        var time = sometime(day);
        while (time.getHour() < MORNING || time.getHour() >= NIGHT) {
            time = sometime(day);
        }
        return time;
    }

    LocalDateTime sometime(LocalDate day) {
        return day.atTime(hour(), between(0, 59), between(0, 59));
    }

    private int hour() {
        int total = 0;
        for (int weight : HOURS) {
            total += weight;
        }
        int left = random.nextInt(total);
        int hour = 0;
        while (left >= HOURS[hour]) {
            left -= HOURS[hour++];
        }
        return hour;
    }
}
