package kr.dure.bench;

import java.util.List;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;
import kr.dure.ops.node.Town;

/** Folds the log from where it stopped the last time. */
final class Conservation {
    private static final int PAGE = 10_000;

    private LogStore log;
    private final EventCodec codec = EventCodec.of(Town.features());
    private final MoneyFold money = new MoneyFold();
    private long position;

    Conservation(LogStore log) {
        this.log = log;
    }

    List<String> differences(Done acknowledged) {
        for (var page = log.read(position, PAGE); !page.isEmpty(); page = log.read(position, PAGE)) {
            for (var event : page) {
                if (event.position() != position + 1) {
                    return List.of("a gap in the log after position " + position);
                }
                position = event.position();
                money.fold(codec.read(event));
            }
        }
        return money.differences(acknowledged);
    }

    long position() {
        return position;
    }

    /** Goes on after a position of the same ledger, opened anew. */
    void goOn(LogStore opened, long after) {
        log = opened;
        position = after;
    }
}
