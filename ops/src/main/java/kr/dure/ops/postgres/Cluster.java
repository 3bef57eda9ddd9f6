package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The files PostgreSQL works on, and the superuser's password beside them. */
record Cluster(Path directory, Path passwordFile) {
    static final String SUPERUSER = "postgres";
    private static final String DRAFT = "cluster-draft-";

    static Cluster in(Path postgres) {
        return new Cluster(postgres.resolve("cluster"), postgres.resolve("superuser.password"));
    }

    Login superuser() throws IOException {
        return new Login(SUPERUSER, Files.readString(passwordFile));
    }

    /** Finds the cluster fit, or makes it. Anything half made by an earlier start is thrown away. */
    void ensure(Programs programs, Consumer<String> progress) throws IOException, InterruptedException {
        forgetDrafts();
        if (!Files.isDirectory(directory)) {
            progress.accept("PostgreSQL 데이터베이스를 처음 만듭니다 / Creating the PostgreSQL cluster");
            create(programs);
        }
        String version = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!version.equals(Binaries.MAJOR)) {
            throw new PostgresUnavailable.WrongVersion(directory, version, Binaries.MAJOR);
        }
        if (!Files.exists(passwordFile)) {
            throw new PostgresUnavailable.PasswordLost(passwordFile, null);
        }
    }

    private void create(Programs programs) throws IOException, InterruptedException {
        Secrets.keptIn(passwordFile);
        programs.runAs().give(passwordFile);
        // A name of its own: an initdb orphaned by our death may still be writing to the last one.
        Path draft = directory.resolveSibling(DRAFT + UUID.randomUUID());
        Programs.Outcome outcome = programs.run(
                "initdb",
                () -> {},
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Sorts by code point, the same on every machine and in every version of its C library: an index
                // ordered by the system's Korean locale can break when that library is updated.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=simple",
                // A disk that flips bits is found out, not believed.
                "--data-checksums",
                "--no-instructions");
        if (!outcome.good()) {
            throw failure(programs, outcome);
        }
        PrivateFiles.install(draft, directory);
    }

    private PostgresUnavailable failure(Programs programs, Programs.Outcome outcome) {
        String reason = outcome.output()
                .lines()
                .filter(line -> line.matches(".*(FATAL|PANIC|error):.*"))
                .map(line -> line.replaceFirst("^.*(FATAL|PANIC):", "$1:"))
                .reduce(outcome.lastLine(), (first, last) -> last);
        return PostgresUnavailable.DiskFull.isSaidBy(outcome.output())
                ? new PostgresUnavailable.DiskFull(directory, reason, null)
                : new PostgresUnavailable.DidNotStart(reason, programs.outputs().resolve("initdb.out"));
    }

    private void forgetDrafts() throws IOException {
        List<Path> drafts;
        try (Stream<Path> entries = Files.list(directory.resolveSibling("."))) {
            drafts = entries.filter(entry -> entry.getFileName().toString().startsWith(DRAFT))
                    .toList();
        }
        for (Path draft : drafts) {
            try {
                PrivateFiles.deleteTree(draft);
            } catch (IOException stillWritten) {
                // By an initdb that outlived the process that ran it; the next start removes what it leaves.
            }
        }
    }
}
