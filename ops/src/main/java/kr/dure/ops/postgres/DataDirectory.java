package kr.dure.ops.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where a ledger keeps everything on this machine; ours alone from {@link #open} until {@link #close}. */
public final class DataDirectory implements AutoCloseable {
    /**
     * What this process holds. The kernel's lock belongs to the process, and closing <em>any</em> channel on the lock
     * file would drop it; so a second opening from within must not even touch that file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the directory if need be, checks that it is fit, and locks it or says who has. */
    public static DataDirectory open(Path directory) {
        try {
            Path path = prepare(directory.toAbsolutePath().normalize()).toRealPath();
            requireFit(path);
            if (!HELD.add(path)) {
                throw new PostgresUnavailable.DirectoryInUse(
                        path, OptionalLong.of(ProcessHandle.current().pid()));
            }
            try {
                return new DataDirectory(path, lock(path));
            } catch (IOException | RuntimeException failure) {
                HELD.remove(path);
                throw failure;
            }
        } catch (IOException e) {
            throw PostgresUnavailable.because(directory, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Programs, by version. */
    Path bin() {
        return path.resolve("bin");
    }

    /** All that PostgreSQL keeps. */
    Path postgres() {
        return path.resolve("postgres");
    }

    /** An empty directory becomes private; one that holds other things keeps its mode, and what we add is private. */
    private static Path prepare(Path path) throws IOException {
        PrivateFiles.directory(path);
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isEmpty()) {
                Files.setPosixFilePermissions(path, PrivateFiles.DIRECTORY);
            }
        }
        return path;
    }

    private static void requireFit(Path path) throws IOException {
        if (!Files.getAttribute(path, "unix:uid").equals((int) new UnixSystem().getUid())) {
            throw new PostgresUnavailable.UnfitDirectory(
                    "데이터 디렉터리의 주인이 다른 사용자(" + Files.getOwner(path) + ")입니다: " + path,
                    "The data directory belongs to another user (" + Files.getOwner(path) + "): " + path);
        }
        if (path.toString().chars().anyMatch(c -> "\"$`\\".indexOf(c) >= 0 || c < ' ')) {
            // pg_ctl puts the path between double quotes of a shell.
            throw new PostgresUnavailable.UnfitDirectory(
                    "데이터 디렉터리 이름에 \" $ ` \\ 를 쓸 수 없습니다: " + path,
                    "The data directory's name must not contain \" $ ` \\: " + path);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve("lock"), Set.of(CREATE, READ, WRITE), PrivateFiles.FILE);
        try {
            if (channel.tryLock() == null) {
                throw new PostgresUnavailable.DirectoryInUse(path, pidIn(channel));
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static OptionalLong pidIn(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Lets the next process in. Stop the server first. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw PostgresUnavailable.because(path, e);
        } finally {
            HELD.remove(path);
        }
    }
}
