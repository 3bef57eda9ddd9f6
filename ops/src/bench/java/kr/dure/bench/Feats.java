package kr.dure.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is measured of Dure alone, on a ledger with a history that was really lived. */
final class Feats {
    private static final int IN_FLIGHT = 256;
    private static final Duration LONG = Duration.ofHours(2);

    private final DureSubject dure;
    private final Population population;
    private Done done = Done.NOTHING;

    Feats(DureSubject dure, Population population) {
        this.dure = dure;
        this.population = population;
    }

    Done done() {
        return done;
    }

    /** All projections folded anew from so many events, digests compared: events a second. */
    List<Double> rebuild(long events, int times) throws Exception {
        live(Workload.UNIFORM.requests(population, 1)::get, events - dure.head());
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            long position = dure.rebuild();
            rates.add(position * 1e9 / (System.nanoTime() - start));
        }
        return rates;
    }

    /** The first payment of a wallet with so many events, on a writer that has just started: a second divided by its time. */
    List<Double> load(long events, int times) throws Exception {
        live(() -> pay(0), events - 2);
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            dure.reopen();
            timed(1);
            rates.add(1e9 / timed(0));
        }
        return rates;
    }

    private long timed(int wallet) throws Exception {
        var payment = pay(wallet);
        long start = System.nanoTime();
        int items = dure.submit(payment).toCompletableFuture().get();
        long nanos = System.nanoTime() - start;
        done = done.plus(new Done(items, items, payment.amount()));
        return nanos;
    }

    private static final java.util.SplittableRandom RANDOM = new java.util.SplittableRandom(1);

    private static Request.Pay pay(int wallet) {
        return new Request.Pay(Request.newId(RANDOM), wallet, 0, 1);
    }

    private void live(java.util.function.Supplier<Request> requests, long count) throws InterruptedException {
        var outcome = new Load(dure, requests).closed(IN_FLIGHT, LONG, count);
        done = done.plus(outcome.done());
    }
}
