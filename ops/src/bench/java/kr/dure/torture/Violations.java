package kr.dure.torture;

import java.util.ArrayList;
import java.util.List;

/** What is not as it should be, from whoever finds it. */
final class Violations {
    private static final int NAMED = 20;

    private final List<String> found = new ArrayList<>();
    private long count;

    synchronized void add(String what) {
        count++;
        if (found.size() < NAMED) {
            found.add(what);
        }
    }

    synchronized boolean none() {
        return count == 0;
    }

    synchronized List<String> named() {
        return List.copyOf(found);
    }

    synchronized long count() {
        return count;
    }
}
