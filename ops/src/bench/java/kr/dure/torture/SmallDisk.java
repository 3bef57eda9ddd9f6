package kr.dure.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A disk of its own for PostgreSQL, in a sparse file, so that it can be full without harm to anybody else. */
final class SmallDisk implements AutoCloseable {
    private static final long BYTES = 4L << 30;
    private static final long TOO_LITTLE = 64 << 10;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Makes one, or mounts the one that is there; null where that is not allowed. */
    static @Nullable SmallDisk in(Path data) throws IOException {
        Path image = image(data);
        Path place = data.resolve("disk");
        boolean there = Files.exists(image);
        if (!there) {
            try (var file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength(BYTES);
            }
        }
        Files.createDirectories(place);
        boolean made = there || Shell.succeeds("mkfs.ext4", "-q", "-m", "0", image.toString());
        if (made && Shell.succeeds("mount", "-o", "loop", image.toString(), place.toString())) {
            return new SmallDisk(place);
        }
        if (!there) {
            Files.delete(image);
        }
        return null;
    }

    static boolean isIn(Path data) {
        return Files.exists(image(data));
    }

    private static Path image(Path data) {
        return data.resolve("disk.img");
    }

    Path place() {
        return place;
    }

    /** Takes all room that is left. */
    void fill() throws IOException {
        FileStore store = Files.getFileStore(place);
        for (int piece = 0; piece < 3 && store.getUsableSpace() > TOO_LITTLE; piece++) {
            String length = Long.toString(store.getUsableSpace() - (TOO_LITTLE >> 1));
            Shell.succeeds("fallocate", "-l", length, ballast(piece).toString());
        }
    }

    void free() throws IOException {
        for (int piece = 0; piece < 3; piece++) {
            Files.deleteIfExists(ballast(piece));
        }
    }

    private Path ballast(int piece) {
        return place.resolve("ballast" + piece);
    }

    /** Whatever is on it stays in the file. */
    @Override
    public void close() throws IOException {
        free();
        if (!Shell.succeeds("umount", place.toString())) {
            Shell.succeeds("umount", "--lazy", place.toString());
        }
    }
}
