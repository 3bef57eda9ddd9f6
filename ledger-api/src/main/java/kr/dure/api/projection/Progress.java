package kr.dure.api.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far a projection has come, and those who wait for it to come further. */
final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition asked = lock.newCondition();
    private int waiting;
    private volatile long position;
    private volatile ProjectorState state = new ProjectorState.Stopped();

    long position() {
        return position;
    }

    ProjectorState state() {
        return state;
    }

    void update(long newPosition, ProjectorState newState) {
        lock.lock();
        try {
            position = newPosition;
            state = newState;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void update(ProjectorState newState) {
        update(position(), newState);
    }

    /** @return whether it was reached; at once no if the projection is halted */
    boolean await(long wanted, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting++;
            asked.signalAll();
            return reaches(wanted, limit);
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** Whoever only looks out for news is not one who waits. */
    void awaitNews(long seen, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var _ = reaches(seen + 1, limit);
        } finally {
            lock.unlock();
        }
    }

    private boolean reaches(long wanted, Duration limit) throws InterruptedException {
        for (long left = limit.toNanos(); position < wanted; left = changed.awaitNanos(left)) {
            if (left <= 0 || state instanceof ProjectorState.Halted) {
                return false;
            }
        }
        return true;
    }

    /** Lets time pass, but none while somebody waits. */
    void whileNobodyWaits(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = nanos; left > 0 && waiting == 0; ) {
                left = asked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever ends it waits, too, and from now on. */
    void end() {
        lock.lock();
        try {
            waiting++;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
