package kr.dure.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What a cycle does, all of it drawn from its seed.
 *
 * @param millis for how long clients begin new operations
 * @param faults in the order of their times
 */
record Plan(long seed, int millis, List<Fault> faults) {
    private static final int SHORTEST = 1_800;
    private static final int LONGEST = 3_000;
    private static final int FIRST_FAULT = 200;
    private static final int MOST_DRAWS = 1_000;

    /**
     * A fault of a cycle.
     *
     * @param at when it strikes, in milliseconds from the beginning of the cycle
     * @param millis how long it lasts
     * @param draw what is left to chance in it: which node, which call
     */
    record Fault(FaultKind kind, int at, int millis, int draw) {}

    /** @param possible what this machine allows; the plan of a seed is the same only where that is the same */
    static Plan of(long seed, List<FaultKind> possible) {
        var random = new Random(seed);
        int millis = random.nextInt(SHORTEST, LONGEST);
        List<Fault> faults = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            var kind = possible.get(random.nextInt(possible.size()));
            faults.add(new Fault(
                    kind,
                    random.nextInt(FIRST_FAULT, millis),
                    random.nextInt(kind.shortest, kind.longest + 1),
                    random.nextInt(MOST_DRAWS)));
        }
        faults.sort(Comparator.comparingInt(Fault::at));
        return new Plan(seed, millis, List.copyOf(faults));
    }

    Random client(int number) {
        return new Random(seed * 1_000_003L + number);
    }
}
