package kr.dure.api.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some of the log, as far as somebody listens to it. */
final class Page {
    private final long after;
    private final long end;
    private final Map<Topic, List<Notice>> notices = new HashMap<>();

    /** @param end the position of the last event that was read */
    Page(long after, long end) {
        this.after = after;
        this.end = end;
    }

    void add(Topic topic, Notice notice) {
        notices.computeIfAbsent(topic, first -> new ArrayList<>()).add(notice);
    }

    /** Whether a listener who has heard everything up to a position can go on with this page. */
    boolean continues(long heard) {
        return after <= heard && heard < end;
    }

    long end() {
        return end;
    }

    List<Notice> of(Topic topic, long heard) {
        return notices.getOrDefault(topic, List.of()).stream()
                .filter(notice -> notice.position() > heard)
                .toList();
    }
}
