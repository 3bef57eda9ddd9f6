package kr.dure.ops.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void belongs_to_one_process_until_that_ends() throws Exception {
        Process other = Given.anotherProcess(Holder.class, temporary);
        assertThat(other.inputReader(UTF_8).readLine()).isEqualTo("locked");
        assertThatThrownBy(() -> DataDirectory.open(temporary))
                .isInstanceOfSatisfying(
                        PostgresUnavailable.DirectoryInUse.class,
                        refusal -> assertThat(refusal.holder()).hasValue(other.pid()))
                .hasMessage(
                        "데이터 디렉터리를 다른 프로세스(pid %1$d)가 쓰고 있습니다: %2$s"
                                + " / The data directory is in use by another process (pid %1$d): %2$s",
                        other.pid(), temporary);
        other.destroyForcibly().waitFor();
        DataDirectory.open(temporary).close();
    }

    @Test
    void stays_locked_against_others_after_a_second_opening_from_within_was_refused() throws Exception {
        try (DataDirectory data = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary.resolve(".")))
                    .isInstanceOf(PostgresUnavailable.DirectoryInUse.class);
            Process other = Given.anotherProcess(Holder.class, data.path());
            assertThat(other.inputReader(UTF_8).readLine()).contains("DirectoryInUse");
        }
        DataDirectory.open(temporary).close();
    }

    @Test
    void becomes_private_when_it_is_empty_and_keeps_its_mode_when_it_is_not() throws Exception {
        Path place = Files.createDirectory(temporary.resolve("place"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataDirectory.open(place).close();
        assertThat(mode(place)).isEqualTo("rwx------");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataDirectory.open(place).close();
        assertThat(mode(place)).isEqualTo("rwxr-xr-x");
        assertThat(mode(place.resolve("lock"))).isEqualTo("rw-------");
    }

    @Test
    void refuses_a_name_that_a_shell_would_read_differently() {
        assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("a$HOME")))
                .isInstanceOf(PostgresUnavailable.UnfitDirectory.class)
                .hasMessageContaining("a$HOME");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void says_when_it_cannot_be_written() {
        assertThatThrownBy(() -> DataDirectory.open(Path.of("/proc/dure")))
                .isInstanceOf(PostgresUnavailable.NotWritable.class)
                .hasMessageContaining("쓸 수 없습니다: /proc/dure");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Takes the directory and holds it. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]))) {
                System.out.println("locked");
                System.in.read();
                System.out.println(data.path());
            } catch (PostgresUnavailable refusal) {
                System.out.println(refusal.getClass().getName());
            }
        }
    }
}
