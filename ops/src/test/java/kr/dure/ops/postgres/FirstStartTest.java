package kr.dure.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dure.ops.ModelPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    Path temporary;

    @Test
    void makes_a_cluster_of_the_version_it_says_and_keeps_it_private() throws Exception {
        List<String> told = new ArrayList<>();
        try (DataDirectory data = DataDirectory.open(temporary.resolve("new/data"));
                Postgres postgres = Postgres.start(data, told::add)) {
            Database database = postgres.database();
            assertThat(Given.ask(database, database.app(), "show server_version"))
                    .isEqualTo(Binaries.VERSION);
            assertThat(modes(data.path())).containsExactly("bin rwx------", "lock rw-------", "postgres rwx------");
            assertThat(modes(data.postgres()))
                    .containsExactly(
                            "app.password rw-------",
                            "cluster rwx------",
                            "log rwx------",
                            "owner.password rw-------",
                            "port rw-------",
                            "superuser.password rw-------");
            assertThat(mode(data.path())).isEqualTo("rwx------");
            assertThat(database.toString()).doesNotContain(database.app().password());
        }
        assertThat(told)
                .containsExactly(
                        "PostgreSQL 프로그램을 풉니다 / Unpacking the PostgreSQL programs",
                        "PostgreSQL 데이터베이스를 처음 만듭니다 / Creating the PostgreSQL cluster",
                        "PostgreSQL을 시작합니다 / Starting PostgreSQL");
    }

    @Test
    void leaves_nothing_of_an_earlier_attempt_that_was_cut_short() throws Exception {
        Path place = ModelPlace.fresh(temporary);
        Path postgres = place.resolve("postgres");
        Path draft = Files.createDirectories(postgres.resolve("cluster-draft-1/base"));
        Files.writeString(draft.resolveSibling("PG_VERSION"), Binaries.MAJOR);
        Files.writeString(draft.resolveSibling("postgresql.conf"), "");
        try (DataDirectory data = DataDirectory.open(place);
                Postgres running = Given.started(data)) {
            assertThat(running.database().url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(draft).doesNotExist();
        }
    }

    @Test
    void repeats_a_first_start_that_was_killed_in_the_middle_of_initdb() throws Exception {
        Path place = ModelPlace.fresh(temporary);
        Process first = Given.anotherProcess(Given.Ledger.class, place);
        await().until(() -> isInitialising(place.resolve("postgres")));
        List<ProcessHandle> orphans = first.descendants().toList();
        first.destroyForcibly().waitFor();
        assertThat(place.resolve("postgres/cluster")).doesNotExist();
        try (DataDirectory data = DataDirectory.open(place);
                Postgres postgres = Given.started(data)) {
            Database database = postgres.database();
            assertThat(Given.ask(database, database.app(), "select 1")).isEqualTo("1");
        }
        await().until(() -> orphans.stream().noneMatch(Postmaster::alive));
    }

    @Test
    void unpacks_again_what_was_not_unpacked_to_the_end_and_forgets_old_versions() throws Exception {
        Path bin = temporary.resolve("bin");
        Files.createDirectories(bin.resolve("unpacking-1/bin"));
        Files.createDirectories(bin.resolve("postgres-17.0/bin"));
        assertThat(Binaries.unpack(bin, Platform.here(), s -> {}).resolve("bin/postgres"))
                .isExecutable();
        Binaries.forgetOthers(bin);
        try (Stream<Path> entries = Files.list(bin)) {
            assertThat(entries).containsExactly(Binaries.home(bin));
        }
    }

    private static boolean isInitialising(Path postgres) throws IOException {
        if (!Files.isDirectory(postgres)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(postgres)) {
            return entries.anyMatch(entry -> Files.exists(entry.resolve("PG_VERSION")));
        }
    }

    private static List<String> modes(Path directory) throws IOException {
        List<String> modes = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.sorted().toList()) {
                modes.add(entry.getFileName() + " " + mode(entry));
            }
        }
        return modes;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
