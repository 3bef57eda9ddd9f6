package kr.dure.ops.town;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes, of which none is ever held beyond the longest that may be. */
final class Lines {
    /** The longest line, without its end. */
    static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1024];
    private int length;
    private int next;
    private int limit;
    private boolean tooLong;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end of the file. */
    boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (next == limit && !fill()) {
                return any;
            }
            any = true;
            int end = next;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(end);
            if (end < limit) {
                next = end + 1;
                return true;
            }
            next = limit;
        }
    }

    /** The bytes of the line, or null if it is too long. */
    byte @Nullable [] bytes() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return tooLong || end > LONGEST ? null : Arrays.copyOf(line, end);
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private void append(int end) {
        int more = end - next;
        if (tooLong || length + more > LONGEST + 1) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, next, line, length, more);
        length += more;
    }
}
