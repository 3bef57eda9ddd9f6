package kr.dure.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz",
        "Linux, aarch64, /postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, /postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
    })
    void an_archive_is_named_after_the_machine(String os, String machine, String archive) {
        assertThat(Platform.of(os, machine).archive()).isEqualTo(archive);
    }

    @Test
    void a_machine_without_an_archive_is_refused_by_name() {
        assertThatThrownBy(() -> Binaries.unpack(temporary, Platform.of("Linux", "riscv64"), s -> {}))
                .isInstanceOf(PostgresUnavailable.UnsupportedPlatform.class)
                .hasMessageContaining("(linux riscv64)");
    }

    @Test
    void a_full_disk_is_told_apart_from_other_failures_of_initdb() throws Exception {
        Programs full = initdbThat("echo 'initdb: error: could not write file: No space left on device'; exit 1");
        assertThatThrownBy(() -> Cluster.in(temporary).ensure(full, s -> {}))
                .isInstanceOf(PostgresUnavailable.DiskFull.class)
                .hasMessageContaining("디스크가 가득 찼습니다")
                .hasMessageContaining("No space left on device");
        Programs broken = initdbThat("echo 'FATAL:  something else'; echo removing contents; exit 1");
        assertThatThrownBy(() -> Cluster.in(temporary).ensure(broken, s -> {}))
                .isInstanceOf(PostgresUnavailable.DidNotStart.class)
                .hasMessageContaining("FATAL:  something else");
        assertThat(temporary.resolve("cluster")).doesNotExist();
    }

    @Test
    void the_log_tells_the_last_fatal_line_and_keeps_the_newest_files() throws Exception {
        for (int i = 10; i < 30; i++) {
            Files.writeString(
                    temporary.resolve("postgres-20260101-0000" + i + ".log"),
                    "2026-01-01 00:00:00.000 UTC [7] PANIC:  file " + i
                            + "\n2026-01-01 00:00:00.000 UTC [7] LOG:  bye\n"
                            + "2026-01-01 00:00:00.000 UTC [7] a@dure FATAL:  the database system is starting up\n");
        }
        ServerLog log = new ServerLog(temporary);
        assertThat(log.fatal()).hasValue("PANIC:  file 29");
        log.trim();
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).hasSize(10).contains(temporary.resolve("postgres-20260101-000029.log"));
        }
    }

    private Programs initdbThat(String script) throws IOException {
        Path program = Files.createDirectories(temporary.resolve("bin")).resolve("initdb");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Programs(temporary, RunAs.ourselves(), temporary);
    }
}
