package kr.dure.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only root can become someone else; elsewhere these are left out. */
class AsRootTest {
    @TempDir
    Path temporary;

    @BeforeEach
    void onlyAsRootWhereThereIsSuchAnAccount() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0
                && Files.readString(Path.of("/etc/passwd")).contains("\npostgres:"));
    }

    @Test
    void runs_as_a_system_user_that_owns_the_cluster_and_stays_with_it() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
            RunAs account = RunAs.account("postgres");
            try (Postgres postgres = Postgres.start(data, s -> {}, account, Duration.ofMinutes(1))) {
                assertThat(postgres.database().url()).isNotEmpty();
                assertThat(Given.postmaster(data).process().info().user()).hasValue("postgres");
            }
            assertThat(RunAs.choose(data.postgres().resolve("cluster"))).isEqualTo(account);
            try (Postgres again = Given.started(data)) {
                assertThat(again.database().url()).isNotEmpty();
            }
        }
    }

    @Test
    void says_when_that_user_cannot_reach_the_directory() throws Exception {
        try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
            assertThatThrownBy(() -> Postgres.start(data, s -> {}, RunAs.account("postgres"), Duration.ofMinutes(1)))
                    .isInstanceOf(PostgresUnavailable.UnfitDirectory.class)
                    .hasMessageContaining("(postgres) cannot reach the directory: " + data.path());
        }
    }

    @Test
    void prefers_a_namespace_in_which_the_files_stay_ours() throws IOException, InterruptedException {
        assertThat(RunAs.choose(temporary.resolve("none"))).isEqualTo(RunAs.namespace());
    }
}
