package kr.dure.ops.town;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A town file on disk, packed or not. It knows how far it has been read. */
public final class TownSource implements AutoCloseable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Counting counting;
    private final InputStream lines;

    private TownSource(Counting counting, InputStream lines) {
        this.counting = counting;
        this.lines = lines;
    }

    /** @throws TownUnreadable if there is no such file, or it is named .gz and is none */
    public static TownSource open(Path file) throws TownUnreadable {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new TownUnreadable(
                    (Files.exists(file) ? "읽을 수 없는 파일입니다: " : "파일이 없습니다: ") + file,
                    (Files.exists(file) ? "Not a readable file: " : "No such file: ") + file);
        }
        try {
            var counting = new Counting(Files.newInputStream(file));
            var in = new BufferedInputStream(counting, 1 << 16);
            boolean packed = isGzip(in);
            if (!packed && file.getFileName().toString().endsWith(".gz")) {
                in.close();
                throw new TownUnreadable("gzip 파일이 아닙니다: " + file, "Not a gzip file: " + file);
            }
            return new TownSource(counting, packed ? new GZIPInputStream(in, 1 << 16) : in);
        } catch (IOException failure) {
            throw unreadable(failure, 0);
        }
    }

    /** Lines from somewhere else than a file. */
    public static TownSource of(InputStream lines) {
        var counting = new Counting(lines);
        return new TownSource(counting, counting);
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip;
    }

    /** @param before how many lines were read whole before the failure; they have been handed to the ledger */
    static TownUnreadable unreadable(IOException failure, long before) {
        boolean damaged = failure instanceof ZipException || failure instanceof EOFException;
        return new TownUnreadable(
                (damaged ? "압축 파일이 손상되었습니다" : "파일을 읽지 못했습니다: " + failure.getMessage()) + " (그 앞의 " + before
                        + "줄은 처리했습니다)",
                (damaged ? "The gzip file is damaged or cut off" : "Reading failed: " + failure.getMessage()) + " (the "
                        + before + " lines before were done)");
    }

    InputStream lines() {
        return lines;
    }

    long bytesRead() {
        return counting.count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count += Math.max(0, some);
            return some;
        }
    }
}
