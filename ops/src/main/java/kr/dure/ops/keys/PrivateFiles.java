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
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(fresh, Set.of(CREATE, WRITE), FILE)) {
            channel.lock();
            if (exists(file)) {
                Files.deleteIfExists(fresh);
                return;
            }
            channel.truncate(0);
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.resolveSibling("."));
        } catch (IOException e) {
            throw KeysUnavailable.notMade(file, e);
        }
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
