package kr.dure.torture;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Something done again and again on a thread of its own. */
final class Repeating implements AutoCloseable {
    private final Thread thread;

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Repeating(Thread thread) {
        this.thread = thread;
    }

    static Repeating every(long millis, String name, Work work) {
        return new Repeating(Thread.ofPlatform().name("dure-torture-" + name).start(() -> {
            try {
                while (true) {
                    attempt(work);
                    TimeUnit.MILLISECONDS.sleep(millis);
                }
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException notNow) {
            System.err.println("tried again: " + notNow.getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
