package kr.dure.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What is measured of Dure alone, on a ledger with a history that was really lived. */
final class Feats {
    private static final int IN_FLIGHT = 256;
    private static final Duration LONG = Duration.ofHours(2);

    private final DureSubject dure;
    private final Population population;
    private final SplittableRandom random = new SplittableRandom(1);
    private Done done = Done.NOTHING;

    Feats(DureSubject dure, Population population) {
        this.dure = dure;
        this.population = population;
    }

    Done done() {
        return done;
    }

    /** All projections folded anew from so many events: events a second. Then they are compared. */
    List<Double> rebuild(long events, int times) throws Exception {
        grow(events);
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            rates.add(dure.rebuild());
        }
        return rates;
    }

    /** So many events appended, and then taken in by what follows the log: events a second. The first time it warms up. */
    List<Double> follow(long events, int times) throws Exception {
        dure.follow();
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i <= times; i++) {
            long before = dure.head();
            grow(before + events);
            long start = System.nanoTime();
            dure.follow();
            if (i > 0) {
                rates.add((dure.head() - before) * 1e9 / (System.nanoTime() - start));
            }
        }
        return rates;
    }

    /** Until the log holds so many events. */
    void grow(long events) throws InterruptedException {
        live(Workload.UNIFORM.requests(population, random.nextLong())::get, events - dure.head());
    }

    /**
     * The first payment of a wallet with so many events, on a writer that has just started: milliseconds. The very first
     * time does not count, for then it is the program that is cold.
     */
    List<Double> load(long events, int times) throws Exception {
        live(() -> pay(0), events - 2);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i <= times; i++) {
            dure.reopen();
            timed(1);
            double taken = timed(0) / 1e6;
            if (i > 0) {
                millis.add(taken);
            }
        }
        return millis;
    }

    private long timed(int wallet) throws Exception {
        var payment = pay(wallet);
        long start = System.nanoTime();
        int items = dure.submit(payment).toCompletableFuture().get();
        long nanos = System.nanoTime() - start;
        done = done.plus(new Done(items, items, payment.amount()));
        return nanos;
    }

    private Request.Pay pay(int wallet) {
        return new Request.Pay(Request.newId(random), wallet, 0, 1);
    }

    private void live(Supplier<Request> requests, long count) throws InterruptedException {
        var outcome = new Load(dure, requests).closed(IN_FLIGHT, LONG, count);
        done = done.plus(outcome.done());
    }
}
