package kr.dure.ops.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The server's programs, unpacked once per version into a directory that is there whole or not at all. */
final class Binaries {
    /** Must be the version of the archives in the build; a test asks the program itself. */
    static final String VERSION = "18.6";

    /** Clusters of one major version share a format. */
    static final String MAJOR = "18";

    private static final String DRAFT = "unpacking-";

    private Binaries() {}

    static Path home(Path bin) {
        return bin.resolve("postgres-" + VERSION);
    }

    static Path unpack(Path bin, Platform platform, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path home = home(bin);
        if (Files.isDirectory(home)) {
            return home;
        }
        try (InputStream archive = Binaries.class.getResourceAsStream(platform.archive())) {
            if (archive == null) {
                throw new PostgresUnavailable.UnsupportedPlatform(platform.toString());
            }
            progress.accept("PostgreSQL 프로그램을 풉니다 / Unpacking the PostgreSQL programs");
            forget(
                    PrivateFiles.directory(bin),
                    entry -> entry.getFileName().toString().startsWith(DRAFT));
            Path draft = Files.createTempDirectory(bin, DRAFT);
            Archive.unpack(archive, draft);
            // The temporary directory is 0700; whether others may come here is decided further up.
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            PrivateFiles.install(draft, home);
        }
        return home;
    }

    /** Removes other versions. Only while no server runs: it loads from there. */
    static void forgetOthers(Path bin) throws IOException {
        forget(bin, entry -> !entry.equals(home(bin)));
    }

    private static void forget(Path bin, Predicate<Path> which) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(bin)) {
            entries = all.filter(which).toList();
        }
        for (Path entry : entries) {
            PrivateFiles.deleteTree(entry);
        }
    }
}
