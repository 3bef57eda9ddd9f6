package kr.dure.bench;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the load asks for, drawn from a seed. */
enum Workload {
    /** Everybody pays anywhere. */
    UNIFORM {
        @Override
        Request next(Population town, RandomGenerator random, long number) {
            return pay(town, random, random.nextInt(town.merchants()));
        }
    },
    /** Everybody pays the same merchant. */
    HOT {
        @Override
        Request next(Population town, RandomGenerator random, long number) {
            return pay(town, random, 0);
        }
    },
    /** Everybody's recycling draws on one programme's budget. */
    WEIGH {
        @Override
        Request next(Population town, RandomGenerator random, long number) {
            return new Request.Weigh(Request.newId(random), random.nextInt(town.wallets()), random.nextInt(10, 100));
        }
    },
    /** Wages, in batches of {@value #BATCH}. */
    PAYOUT {
        @Override
        Request next(Population town, RandomGenerator random, long number) {
            int items = Math.min(BATCH, town.wallets());
            int first = Math.toIntExact(number * items % town.wallets());
            return new Request.PayOut(Request.newId(random), first, items);
        }
    };

    static final int BATCH = 10_000;

    abstract Request next(Population town, RandomGenerator random, long number);

    Supplier<Request> requests(Population town, long seed) {
        var random = new SplittableRandom(seed);
        return new Supplier<>() {
            private long number;

            @Override
            public Request get() {
                return next(town, random, number++);
            }
        };
    }

    /** Small enough that nobody runs out of money within the longest run. */
    private static Request pay(Population town, RandomGenerator random, int merchant) {
        return new Request.Pay(
                Request.newId(random), random.nextInt(town.wallets()), merchant, 10 * random.nextLong(10, 400));
    }
}
