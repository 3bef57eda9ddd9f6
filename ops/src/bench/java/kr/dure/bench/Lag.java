package kr.dure.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/** How far views are behind the log, looked at a hundred times a second. */
final class Lag implements AutoCloseable {
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(10);

    private final LongSupplier head;
    private final LongSupplier seen;
    private final Thread thread;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private Histogram histogram = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
    private volatile boolean over;

    private record Mark(long nanos, long position) {}

    /**
     * @param head the newest position of the log
     * @param seen the position up to which the views show it
     */
    Lag(LongSupplier head, LongSupplier seen) {
        this.head = head;
        this.seen = seen;
        this.thread = Thread.ofPlatform().daemon().name("lag").start(this::look);
    }

    private void look() {
        while (!over) {
            long now = System.nanoTime();
            long position = seen.getAsLong();
            synchronized (this) {
                marks.add(new Mark(now, head.getAsLong()));
                while (!marks.isEmpty() && marks.getFirst().position <= position) {
                    marks.removeFirst();
                }
                histogram.recordValue(marks.isEmpty() ? 0 : now - marks.getFirst().nanos);
            }
            LockSupport.parkNanos(BEAT);
        }
    }

    /** The 99th percentile since the last asking. */
    synchronized double takeP99Millis() {
        double millis = histogram.getValueAtPercentile(99) / 1e6;
        histogram.reset();
        return millis;
    }

    @Override
    public void close() {
        over = true;
    }
}
