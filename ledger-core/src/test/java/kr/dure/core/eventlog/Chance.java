package kr.dure.core.eventlog;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of a simulation, from its seed. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 on. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both may come. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean percent(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> things) {
        return things.get(below(things.size()));
    }

    /** One of the last ones, mostly. */
    <T> T recent(List<T> things) {
        int back = percent(70) ? below(Math.min(5, things.size())) : below(things.size());
        return things.get(things.size() - 1 - back);
    }
}
