package kr.dure.ops.cli;

import java.util.Locale;
import kr.dure.ops.town.ImportProgress;

/** How far an import is: lines, rate, time left. Told by the bytes read, for nobody knows the lines of a packed file. */
final class ProgressLine implements ImportProgress {
    private static final long EVERY_NANOS = 200_000_000;

    private final Screen screen;
    private final long size;
    private final long start = System.nanoTime();
    private long shown = start;

    ProgressLine(Screen screen, long size) {
        this.screen = screen;
        this.size = Math.max(1, size);
    }

    @Override
    public void at(long lines, long bytes) {
        long now = System.nanoTime();
        if (!screen.isLive() || now - shown < EVERY_NANOS) {
            return;
        }
        shown = now;
        double seconds = (now - start) / 1e9;
        double part = Math.min(1, (double) bytes / size);
        double left = part > 0 ? seconds * (1 - part) / part : 0;
        screen.show(String.format(
                Locale.ROOT,
                "%,d줄 lines · %,.0f/초 s · %.0f%% · %.0f초 남음 s left",
                lines,
                lines / seconds,
                part * 100,
                left));
    }
}
