package kr.dure.torture;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kr.dure.torture.Plan.Fault;

/** One cycle: clients ask, faults strike, and when all answers are there they are checked. */
final class Cycle {
    private static final int CLIENTS = 16;

    /**
     * How it went.
     *
     * @param faults that struck; one that found nothing to strike is left out
     * @param unknownSettled operations of which a client did not know for a while whether they had happened
     * @param turnedAway how often a client was told to come again
     * @param withoutWriterMillis the longest time in which nobody got an answer
     * @param viewsStillMillis the longest time in which the projections did not move although they were behind
     */
    record Result(
            int number,
            long seed,
            List<Fault> faults,
            long operations,
            long unknownSettled,
            long turnedAway,
            long withoutWriterMillis,
            long viewsStillMillis,
            long millis) {}

    private final Site site;
    private final Answers answers;
    private final Watcher watcher;
    private final Audit audit;
    private final Violations violations;

    Cycle(Site site, Answers answers, Watcher watcher, Audit audit, Violations violations) {
        this.site = site;
        this.answers = answers;
        this.watcher = watcher;
        this.audit = audit;
        this.violations = violations;
    }

    Result run(int number, Plan plan) throws InterruptedException, IOException {
        long start = System.nanoTime();
        var tally = new Tally();
        List<Fault> struck = new CopyOnWriteArrayList<>();
        watcher.views().restart();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            plan.faults().forEach(fault -> begin(threads, () -> strike(fault, struck)));
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                begin(threads, () -> ask(plan, client, tally, start));
            }
        }
        audit.cycle(answers.takeFresh(), answers.count());
        return new Result(
                number,
                plan.seed(),
                List.copyOf(struck),
                tally.operations(),
                tally.unknownSettled(),
                tally.timesTurnedAway(),
                tally.withoutWriterMillis(),
                watcher.views().longestMillis(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException, IOException, SQLException;
    }

    private void begin(ExecutorService threads, Work work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            } catch (IOException | SQLException | RuntimeException failure) {
                violations.add("the torture itself failed: " + failure);
            }
        });
    }

    private void ask(Plan plan, int number, Tally tally, long start) throws InterruptedException, IOException {
        var chance = plan.client(number);
        var client = new Client(site.nodes(), site.keys().keyedHash(), answers, tally, violations, chance);
        var workload = new Workload(plan.seed() + "-" + number, plan.client(CLIENTS + number));
        client.run(workload, start + TimeUnit.MILLISECONDS.toNanos(plan.millis()));
    }

    private void strike(Fault fault, List<Fault> struck) throws InterruptedException, IOException {
        TimeUnit.MILLISECONDS.sleep(fault.at());
        try {
            if (new Injector(site).strike(fault)) {
                struck.add(fault);
            }
        } catch (SQLException down) {
            // another fault was there before: it has nobody to strike
        }
    }
}
