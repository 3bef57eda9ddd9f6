package kr.dure.api.live;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import kr.dure.api.http.Problem;
import kr.dure.api.live.Topic.OfWallet;
import kr.dure.api.log.LogSlice;
import kr.dure.api.projection.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells all listeners what happens. One thread reads the log for them, page by page: at each turn a page for those who have
 * heard most, so that what happens now is told now, and one for those who have heard least; whoever stands within a page
 * goes on with it. So a thousand tills that come back after a restart cost one reading of what they missed.
 */
public final class Hub implements SmartLifecycle {
    static final int MOST = 2_000;
    static final int MOST_OF_A_CALLER = 10;
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** From there on a wallet's past is looked up, not read along with everybody's. */
    private static final long FAR = 5_000;

    private static final int PASTS_AT_A_TURN = 20;
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Under load some events are read at once; and views that are halted do not wait. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final LogSlice log;
    private final PageReader pages;
    private final Projector views;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final LongAdder cutOff = new LongAdder();
    private final Object joining = new Object();
    private List<Thread> threads = List.of();
    private volatile boolean running;
    private boolean troubled;

    /** @param views their progress says that something has happened */
    Hub(LogSlice log, PageReader pages, Projector views, Clock clock) {
        this.log = log;
        this.pages = pages;
        this.views = views;
        this.clock = clock;
    }

    /** @throws Problem if there are too many already, or the server is closing */
    void join(Listener listener) {
        synchronized (joining) {
            if (!running) {
                throw Problem.passing("not-now");
            }
            if (listeners.size() >= MOST) {
                throw Problem.passing("no-room-to-listen");
            }
            if (listeners.stream()
                            .filter(other -> other.caller().equals(listener.caller()))
                            .count()
                    >= MOST_OF_A_CALLER) {
                throw Problem.passing("too-many-listeners");
            }
            listeners.add(listener);
            joining.notifyAll();
        }
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** How many streams are open. */
    public int open() {
        return listeners.size();
    }

    /** How many were cut off because nobody read them. */
    public long cutOff() {
        return cutOff.sum();
    }

    // ------------------------------------------------------------------------------------------------ telling

    private void tell() {
        try {
            while (running) {
                try {
                    awaitListeners();
                    long head = log.head();
                    if (!turn(head)) {
                        awaitNews(head);
                    }
                    troubled = false;
                } catch (SQLException | RuntimeException trouble) {
                    say(trouble);
                    Thread.sleep(TICK);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitListeners() throws InterruptedException {
        synchronized (joining) {
            while (listeners.isEmpty()) {
                joining.wait();
            }
        }
    }

    private void awaitNews(long head) throws InterruptedException {
        views.awaitNews(head, LOOK);
        Thread.sleep(BREATH);
    }

    /** Once, until it works again. */
    private void say(Exception trouble) {
        if (!troubled) {
            LOG.warn("listeners wait: {}", trouble.getMessage(), trouble);
        }
        troubled = true;
    }

    /** @return whether anybody was told anything, so that there may be more */
    private boolean turn(long head) throws SQLException {
        List<Listener> far = new ArrayList<>();
        List<Listener> near = new ArrayList<>();
        for (var listener : listeners) {
            if (listener.heard() < head && listener.hasRoom()) {
                (isFar(listener, head) ? far : near).add(listener);
            }
        }
        for (var listener : far.subList(0, Math.min(PASTS_AT_A_TURN, far.size()))) {
            var wallet = ((OfWallet) listener.topic()).id();
            give(pages.ofWallet(wallet, listener.heard(), head), List.of(listener));
        }
        return alongTheLog(near) || !far.isEmpty();
    }

    private static boolean isFar(Listener listener, long head) {
        return listener.topic() instanceof OfWallet && head - listener.heard() > FAR;
    }

    private boolean alongTheLog(List<Listener> behind) {
        var heard = behind.stream().mapToLong(Listener::heard).summaryStatistics();
        if (heard.getCount() == 0) {
            return false;
        }
        Set<Topic> wanted = behind.stream().map(Listener::topic).collect(Collectors.toSet());
        give(pages.after(heard.getMax(), wanted), behind);
        if (heard.getMin() < heard.getMax()) {
            give(pages.after(heard.getMin(), wanted), behind);
        }
        return true;
    }

    private static void give(Page page, Collection<Listener> listeners) {
        for (var listener : listeners) {
            if (page.continues(listener.heard())) {
                listener.give(page.of(listener.topic(), listener.heard()), page.end());
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ the line

    private void watch() {
        try {
            while (running) {
                Thread.sleep(TICK);
                Instant now = clock.instant();
                listeners.forEach(listener -> look(listener, now, System.nanoTime()));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Listener listener, Instant now, long nanos) {
        if (!now.isBefore(listener.until())) {
            listener.end();
        } else if (listener.isStuck(nanos)) {
            cutOff.increment();
            listener.end();
        } else if (nanos - listener.spokenAt() >= HEARTBEAT.toNanos()) {
            listener.showLife();
        }
    }

    // ------------------------------------------------------------------------------------------------ life

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofPlatform().name("dure-live").daemon().start(this::tell),
                Thread.ofPlatform().name("dure-live-line").daemon().start(this::watch));
    }

    /** Ends all streams, before the server waits for what is under way. */
    @Override
    public void stop() {
        synchronized (joining) {
            running = false;
        }
        threads.forEach(Thread::interrupt);
        listeners.forEach(Listener::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops first of all. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
