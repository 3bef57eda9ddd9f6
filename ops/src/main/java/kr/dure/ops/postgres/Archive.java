package kr.dure.ops.postgres;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz}; everything is on the disk when this returns. */
final class Archive {
    /** A thousand small files: forced one by one they take seconds, a few at a time the file system groups them. */
    private static final int AT_ONCE = 8;

    private Archive() {}

    static void unpack(InputStream archive, Path target) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path place = target.resolve(entry.getName()).normalize();
                if (!place.startsWith(target)) {
                    throw new IOException("archive entry leads outside: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? place : place.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, place);
                    String mode = place.startsWith(target.resolve("bin")) ? "rwxr-xr-x" : "rw-r--r--";
                    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(mode));
                    files.add(place);
                }
            }
        }
        force(files);
    }

    private static void force(List<Path> files) throws IOException, InterruptedException {
        List<Callable<Path>> tasks =
                files.stream().<Callable<Path>>map(file -> () -> force(file)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Path> forced : threads.invokeAll(tasks)) {
                forced.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Path force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            channel.force(true);
        }
        return file;
    }
}
