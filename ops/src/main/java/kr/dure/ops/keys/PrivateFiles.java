package kr.dure.ops.keys;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small files that only their owner may read, each made once and whole. */
final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> FILE = owner("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY = owner("rwx------");

    private PrivateFiles() {}

    /** A link that leads nowhere is there, too: what it should lead to must not be replaced. */
    static boolean exists(Path file) {
        return Files.exists(file, NOFOLLOW_LINKS);
    }

    /** @param missing what to say if there is no such file */
    static byte[] read(Path file, BiFunction<Path, Throwable, KeysUnavailable> missing) {
        if (Files.isDirectory(file)) {
            throw KeysUnavailable.directory(file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw missing.apply(file, e);
        } catch (IOException e) {
            throw KeysUnavailable.unreadable(file, e);
        }
    }

    /**
     * Makes the file unless it is there. It is written beside its place, forced to disk and then renamed. What is
     * written to is locked until it is closed: of several processes one makes the file, and the others wait and find
     * it. In one process, one thread at a time may call.
     */
    static void makeOnce(Path file, byte[] content) {
        write(file, () -> exists(file) ? null : content);
    }

    /**
     * Puts another file in the place of one that is there, in the same way and with the same permissions.
     *
     * @param change makes the new content from the old one, or null if that is as it should be: what it makes, it must
     *     take for such
     */
    static void change(Path file, Function<byte[], byte @Nullable []> change) {
        write(file, () -> change.apply(Files.readAllBytes(file)));
    }

    private static void write(Path file, Content content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(fresh, Set.of(CREATE, WRITE), FILE)) {
            channel.lock();
            byte[] bytes = content.get();
            if (bytes == null) {
                Files.deleteIfExists(fresh);
                return;
            }
            channel.truncate(0);
            for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
            if (exists(file)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.resolveSibling("."));
        } catch (IOException e) {
            throw KeysUnavailable.notMade(file, e);
        }
    }

    /** Asked for under the lock; null if there is nothing to write. */
    private interface Content {
        byte @Nullable [] get() throws IOException;
    }

    /** Makes the directory, and those above it, unless they are there. */
    static void makeDirectory(Path directory) {
        Path above = directory.getParent();
        if (Files.isDirectory(directory) || above == null) {
            return;
        }
        makeDirectory(above);
        try {
            Files.createDirectory(directory, DIRECTORY);
            force(above);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw KeysUnavailable.notMade(directory, e);
            }
        } catch (IOException e) {
            throw KeysUnavailable.notMade(directory, e);
        }
    }

    /** Without this a name may be lost in a power failure although what it names is on disk. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
