package kr.dure.ops.serve;

import java.time.Duration;
import kr.dure.api.pos.PaymentCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Forgets, from time to time, what nobody will ask for any more. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final PaymentCodes codes;
    private final Thread thread;

    Housekeeping(PaymentCodes codes, Duration every) {
        this.codes = codes;
        this.thread = Thread.ofPlatform().name("dure-housekeeping").daemon().start(() -> run(every));
    }

    private void run(Duration every) {
        try {
            while (true) {
                Thread.sleep(every);
                keep();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            codes.forget();
        } catch (DataAccessException failure) {
            LOG.warn("old payment codes are forgotten later: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
