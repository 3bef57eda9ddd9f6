package kr.dure.ops.cli;

import java.io.Console;
import java.io.PrintWriter;

/** The person's terminal: what is asked for goes to standard output, all else to standard error. */
final class Screen {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter err;
    private final boolean live;
    private boolean halfLine;

    Screen(PrintWriter err) {
        Console console = System.console();
        this.err = err;
        this.live = console != null && console.isTerminal();
    }

    /** Whether somebody watches. */
    boolean isLive() {
        return live;
    }

    /** A sentence on what takes time. */
    void say(String sentence) {
        clear();
        err.println(sentence);
        err.flush();
    }

    /** A line that the next one replaces. */
    void show(String line) {
        if (live) {
            err.print(CLEAR_LINE + line);
            err.flush();
            halfLine = true;
        }
    }

    void clear() {
        if (halfLine) {
            err.print(CLEAR_LINE);
            err.flush();
            halfLine = false;
        }
    }
}
