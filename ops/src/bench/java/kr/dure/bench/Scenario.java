package kr.dure.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dure.bench.Arena.Result;
import kr.dure.bench.Arena.Starter;
import kr.dure.bench.peer.Pgbench;

/** What is measured. */
enum Scenario {
    /** Everybody pays anywhere. */
    UNIFORM("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena);
            var starters = among(PAYMENT_PEERS, town, Workload.UNIFORM);
            starters.add(new Starter(Pgbench.NAME, Pgbench.NAME, town, Workload.UNIFORM));
            return arena.race(this, starters);
        }
    },
    /** Everybody pays one merchant. */
    HOT("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena);
            var starters = among(PAYMENT_PEERS, town, Workload.HOT);
            starters.add(uniform(town));
            return arena.race(this, starters);
        }
    },
    /** Everybody draws on one programme's budget. */
    WEIGH("deposits/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena);
            var starters = among(List.of("jdbc-double-entry", "jdbc-one-statement"), town, Workload.WEIGH);
            starters.add(uniform(town));
            return arena.race(this, starters);
        }
    },
    /** A minute of it, with all projections on. */
    SUSTAINED("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena).withProjections();
            return arena.endure(this, among(List.of("jdbc-double-entry"), town, Workload.UNIFORM));
        }
    },
    /** Fifty a second: how long does one wait? */
    IDLE("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            return arena.idle(
                    this, among(List.of("stock-axon", "jdbc-double-entry"), town(arena), Workload.UNIFORM), 50);
        }
    },
    /** Everybody pays anywhere, over HTTP, with all projections on. */
    HTTP("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = new Population(arena.pace().of(10_000), 500, true, 0);
            return arena.race(
                    this,
                    List.of(
                            new Starter("dure-http", "dure-http", town, Workload.UNIFORM),
                            new Starter(Pgbench.NAME, Pgbench.NAME, town, Workload.UNIFORM)),
                    arena.pace().of(UNTIL_COMPILED));
        }
    },
    /** Three times as much as can be done, over HTTP. */
    OVERLOAD("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            return arena.overload(this, new Population(arena.pace().of(10_000), 500, true, 0));
        }
    },
    /** A million wages, in batches. */
    PAYOUT("items/s") {
        @Override
        Result run(Arena arena) throws Exception {
            return arena.payout(
                    this, dure(town(arena), Workload.PAYOUT), arena.pace().of(MILLION / Workload.BATCH));
        }
    },
    /** All projections anew from two million events. */
    REBUILD("events/s") {
        @Override
        Result run(Arena arena) throws Exception {
            return arena.feat(
                    this,
                    List.of(dure(town(arena).withProjections(), Workload.UNIFORM)),
                    "rebuild",
                    arena.pace().of(2 * MILLION),
                    arena.pace().runs());
        }
    },
    /** The same events taken in by Dure's projector and by Axon's processor. */
    FOLLOW("events/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var starters = among(List.of("pooled-streaming"), town(arena), Workload.UNIFORM);
            return arena.feat(
                    this,
                    starters,
                    "follow",
                    arena.pace().of(MILLION / 20),
                    arena.pace().runs());
        }
    },
    /** A wallet with a hundred thousand events that is not in memory. */
    LOAD("ms") {
        @Override
        Result run(Arena arena) throws Exception {
            var two = new Population(2, 2, false, 0);
            return arena.feat(
                    this,
                    List.of(dure(two, Workload.UNIFORM)),
                    "load",
                    arena.pace().of(MILLION / 10),
                    11);
        }
    },
    /**
     * Uniform, in a ledger that holds ten million payments already, after another million: a writer that has just started on
     * a long log learns, beside its work, what was answered; and after a checkpoint each page of the log's indexes is written
     * whole once.
     */
    FULL("payments/s") {
        @Override
        Result run(Arena arena) throws Exception {
            var town = town(arena);
            var starters = among(List.of(), town.preloadedWith(arena.pace().of(10 * MILLION)), Workload.UNIFORM);
            starters.add(uniform(town));
            return arena.race(this, starters, arena.pace().of(MILLION));
        }
    };

    private static final int MILLION = 1_000_000;

    /** All that a request passes through is compiled after about so many of them. */
    static final int UNTIL_COMPILED = 400_000;

    private static final List<String> PAYMENT_PEERS =
            List.of("stock-axon", "jdbc-double-entry", "jdbc-no-hot-row", "jdbc-one-statement");

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

    private static Population town(Arena arena) {
        return new Population(arena.pace().of(100_000), 500, false, 0);
    }

    /** Dure and so many others, under the same load. */
    private static List<Starter> among(List<String> peers, Population population, Workload workload) {
        List<Starter> starters = new ArrayList<>();
        starters.add(dure(population, workload));
        peers.forEach(peer -> starters.add(new Starter(peer, peer, population, workload)));
        return starters;
    }

    private static Starter dure(Population population, Workload workload) {
        return new Starter("dure", "dure", population, workload);
    }

    /** Dure once more, under the usual load. */
    private static Starter uniform(Population population) {
        return new Starter("dure-uniform", "dure", population, Workload.UNIFORM);
    }
}
