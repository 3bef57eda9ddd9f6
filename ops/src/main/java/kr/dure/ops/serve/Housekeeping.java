package kr.dure.ops.serve;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Forgets, from time to time, what nobody will ask for any more. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final List<Runnable> chores;
    private final Thread thread;

    /** @param chores each by itself: what fails is tried again the next time */
    Housekeeping(List<Runnable> chores, Duration every) {
        this.chores = chores;
        this.thread = Thread.ofPlatform().name("dure-housekeeping").daemon().start(() -> run(every));
    }

    private void run(Duration every) {
        try {
            while (true) {
                Thread.sleep(every);
                chores.forEach(Housekeeping::keep);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void keep(Runnable chore) {
        try {
            chore.run();
        } catch (DataAccessException failure) {
            LOG.warn("what is old is forgotten later: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
