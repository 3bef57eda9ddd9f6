package kr.dure.api.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. What it is given waits in a buffer until the line takes it, which is never waited for: whoever gives
 * goes on, and the server says when there is room again.
 */
final class Listener implements WriteListener, AsyncListener {
    /** As soon as so much waits, nothing more is given; the rest of a page may come on top. */
    private static final int ROOM = 32 * 1024;

    private static final int CHUNK = 16 * 1024;
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private final String caller;
    private final Topic topic;
    private final Instant until;
    private final Consumer<Listener> leaving;
    private byte[] unsent = {};
    private int sent;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable AsyncContext context;
    private @Nullable ServletOutputStream out;
    private boolean unflushed;
    private boolean blocked;
    private boolean ended;
    private long movedAt = System.nanoTime();
    private volatile long heard;
    private volatile long spokenAt = System.nanoTime();

    /**
     * @param heard everything up to there is known to the listener
     * @param until when the token expires
     * @param leaving is told when the stream has ended
     */
    Listener(String caller, Topic topic, long heard, Instant until, Consumer<Listener> leaving) {
        this.caller = caller;
        this.topic = topic;
        this.heard = heard;
        this.until = until;
        this.leaving = leaving;
    }

    String caller() {
        return caller;
    }

    Topic topic() {
        return topic;
    }

    Instant until() {
        return until;
    }

    /** Everything up to there was given to it. */
    long heard() {
        return heard;
    }

    long spokenAt() {
        return spokenAt;
    }

    /** Begins to send; the headers are out already. */
    synchronized void open(HttpServletRequest request) throws IOException {
        if (ended) {
            return;
        }
        var begun = request.startAsync();
        begun.setTimeout(0);
        begun.addListener(this);
        context = begun;
        var stream = begun.getResponse().getOutputStream();
        stream.setWriteListener(this);
    }

    synchronized boolean hasRoom() {
        return waiting.size() < ROOM;
    }

    /** Whether the line has taken nothing for a while, though there was something to take. */
    synchronized boolean isStuck(long now) {
        return blocked && now - movedAt > LONGEST_SILENCE.toNanos();
    }

    /** @param upTo there is nothing else for it up to there */
    synchronized void give(List<Notice> notices, long upTo) {
        notices.forEach(notice -> waiting.writeBytes(notice.text()));
        heard = upTo;
        if (!notices.isEmpty()) {
            spokenAt = System.nanoTime();
            send();
        }
    }

    synchronized void greet(long pause) {
        waiting.writeBytes(Notice.greeting(heard, pause));
        send();
    }

    synchronized void showLife() {
        spokenAt = System.nanoTime();
        if (waiting.size() == 0) {
            waiting.writeBytes(Notice.heartbeat(heard));
            send();
        }
    }

    /** Ends the stream; what still waits is in the log. */
    synchronized void end() {
        var open = context;
        ended = true;
        context = null;
        out = null;
        leaving.accept(this);
        if (open != null) {
            try {
                open.complete();
            } catch (IllegalStateException ended) {
                // the server was faster
            }
        }
    }

    private void send() {
        var line = out;
        if (line == null) {
            return;
        }
        try {
            send(line);
        } catch (IOException gone) {
            end();
        }
    }

    private void send(ServletOutputStream line) throws IOException {
        while (line.isReady()) {
            movedAt = System.nanoTime();
            if (sent < unsent.length) {
                int size = Math.min(CHUNK, unsent.length - sent);
                byte[] chunk = Arrays.copyOfRange(unsent, sent, sent + size);
                sent += size;
                unflushed = true;
                line.write(chunk);
            } else if (waiting.size() > 0) {
                unsent = waiting.toByteArray();
                sent = 0;
                waiting.reset();
            } else if (unflushed) {
                unflushed = false;
                line.flush();
            } else {
                blocked = false;
                return;
            }
        }
        blocked = true;
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        var open = context;
        if (open != null) {
            out = open.getResponse().getOutputStream();
            send();
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leaving.accept(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // a stream is started once
    }
}
