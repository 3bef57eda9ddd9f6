package kr.dure.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dure.bench.Arena.Entry;
import kr.dure.bench.Arena.Result;
import org.jspecify.annotations.Nullable;

/** What is measured. */
enum Scenario {
    /** Everybody pays anywhere. */
    UNIFORM("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena, false);
            return race(
                    arena,
                    List.of("dure", "stock-axon", "jdbc-double-entry", "jdbc-no-hot-row", "jdbc-one-statement"),
                    town,
                    Workload.UNIFORM,
                    null);
        }
    },
    /** Everybody pays one merchant. */
    HOT("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena, false);
            return race(
                    arena,
                    List.of("dure", "stock-axon", "jdbc-double-entry", "jdbc-no-hot-row", "jdbc-one-statement"),
                    town,
                    Workload.HOT,
                    new Also("dure-uniform", town, Workload.UNIFORM));
        }
    },
    /** Everybody draws on one programme's budget. */
    WEIGH("deposits/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena, false);
            return race(
                    arena,
                    List.of("dure", "jdbc-double-entry"),
                    town,
                    Workload.WEIGH,
                    new Also("dure-uniform", town, Workload.UNIFORM));
        }
    },
    /** A minute of it, with all projections on. */
    SUSTAINED("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            List<Entry> entries = new ArrayList<>();
            try {
                entries.add(arena.enter("dure", "dure", town(arena, true), Workload.UNIFORM));
                entries.add(arena.enter("jdbc-double-entry", "jdbc-double-entry", town(arena, true), Workload.UNIFORM));
                arena.warmUp(entries);
                arena.race(entries, 12 * arena.pace().run());
                return Result.of(title(), unit(), entries);
            } finally {
                arena.leave(entries);
            }
        }
    },
    /** Fifty a second: how long does one wait? */
    IDLE("payments/s") {
        private static final double PER_SECOND = 50;

        @Override
        Result run(Arena arena) throws Exception {
            List<Entry> entries = new ArrayList<>();
            try {
                for (String name : List.of("dure", "stock-axon", "jdbc-double-entry")) {
                    entries.add(arena.enter(name, name, town(arena, false), Workload.UNIFORM));
                }
                arena.warmUp(entries);
                return arena.idle(title(), unit(), entries, PER_SECOND);
            } finally {
                arena.leave(entries);
            }
        }
    },
    /** A million wages, in batches. */
    PAYOUT("items/s") {
        private static final int ITEMS = 1_000_000;

        @Override
        Result run(Arena arena) throws Exception {
            return arena.payout(
                    title(), unit(), town(arena, false), arena.pace().of(ITEMS / Workload.BATCH));
        }
    },
    /** All projections anew from two million events. */
    REBUILD("events/s") {
        private static final int EVENTS = 2_000_000;

        @Override
        Result run(Arena arena) throws Exception {
            return arena.feat(
                    title(), unit(), town(arena, true), "rebuild", arena.pace().of(EVENTS), 1);
        }
    },
    /** A wallet with a hundred thousand events that is not in memory. */
    LOAD("ms") {
        private static final int EVENTS = 100_000;

        @Override
        Result run(Arena arena) throws Exception {
            var town = new Population(2, 2, false, 0);
            return arena.feat(title(), unit(), town, "load", arena.pace().of(EVENTS), 11);
        }
    },
    /** Uniform, in a ledger that holds ten million payments already. */
    FULL("payments/s") {
        private static final int EVENTS = 10_000_000;

        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena, false);
            var full = new Population(
                    town.wallets(), town.merchants(), false, arena.pace().of(EVENTS));
            return race(
                    arena, List.of("dure"), full, Workload.UNIFORM, new Also("dure-uniform", town, Workload.UNIFORM));
        }
    };

    private final String unit;

    Scenario(String unit) {
        this.unit = unit;
    }

    abstract Result run(Arena arena) throws Exception;

    String unit() {
        return unit;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Population town(Arena arena, boolean projections) {
        return new Population(arena.pace().of(100_000), 500, projections, 0);
    }

    /** One more Dure beside the others, under another load or with another past. */
    record Also(String label, Population population, Workload workload) {}

    Result race(Arena arena, List<String> subjects, Population population, Workload workload, @Nullable Also also)
            throws Exception {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String subject : subjects) {
                if (Subjects.names().contains(subject)) {
                    entries.add(arena.enter(subject, subject, population, workload));
                }
            }
            if (also != null) {
                entries.add(arena.enter(also.label(), "dure", also.population(), also.workload()));
            }
            if (this == UNIFORM) {
                arena.pgbench().ifPresent(entries::add);
            }
            arena.warmUp(entries);
            arena.race(entries, arena.pace().run());
            arena.latencies(entries);
            return Result.of(title(), unit, entries);
        } finally {
            arena.leave(entries);
        }
    }
}
