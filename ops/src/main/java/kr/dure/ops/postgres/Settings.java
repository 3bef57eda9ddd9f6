package kr.dure.ops.postgres;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the server is set: a file for what a machine may want otherwise, the command line for what nobody may. */
final class Settings {
    private static final String FILE = """
            # Written by Dure at every start; your own settings belong in ../local.conf, which is read last.

            # An eighth of the memory. Idempotency keys are random, so the index that finds them is hot all over: a log
            # of ten million operations slows down where it does not fit.
            shared_buffers = '%dMB'
            max_connections = 50

            # Every page is written whole after a checkpoint before it is changed (full_page_writes), which multiplies
            # the log: so checkpoints are rare, and those pages compressed. The price is a recovery of minutes, not
            # seconds, after a crash.
            max_wal_size = '8GB'
            min_wal_size = '512MB'
            checkpoint_timeout = '30min'
            wal_compression = on

            # Queries here are short and known; compiling them costs more than it saves, and is not in this build.
            jit = off

            # Time and language of the machine do not matter: instants are UTC, and messages are read by Dure.
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'

            # Log files of bounded size; Dure keeps the newest few. Statements and the details of errors stay out, as
            # they can hold what people entered.
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgres-%%Y%%m%%d-%%H%%M%%S.log'
            log_rotation_size = '10MB'
            log_rotation_age = 0
            log_line_prefix = '%%m [%%p] %%q%%u@%%d '
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_startup_progress_interval = '5s'

            # A ledger that was killed leaves sessions behind; they end soon, with their locks, not when they next talk.
            client_connection_check_interval = '5s'

            cluster_name = 'dure'
            # Settings are in files that can be read and compared, not changed from a session.
            allow_alter_system = off
            include_if_exists = '../local.conf'
            """;

    private static final long LEAST_MEGABYTES = 128;
    private static final long MOST_MEGABYTES = 8192;

    private Settings() {}

    static void write(Cluster cluster, RunAs runAs) throws IOException {
        Path file = cluster.directory().resolve("postgresql.conf");
        String wanted = FILE.formatted(sharedMegabytes());
        if (!Files.exists(file) || !Files.readString(file).equals(wanted)) {
            PrivateFiles.write(file, wanted);
            runAs.give(file);
        }
    }

    static long sharedMegabytes() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long memory =
                system instanceof com.sun.management.OperatingSystemMXBean machine ? machine.getTotalMemorySize() : 0;
        return Math.clamp((memory >> 20) / 8, LEAST_MEGABYTES, MOST_MEGABYTES);
    }

    /** On the command line, and so above every file: where the server listens, and that it forgets nothing. */
    static String commandLine(int port) {
        return Stream.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "password_encryption=scram-sha-256",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on")
                .map("-c "::concat)
                .collect(Collectors.joining(" "));
    }
}
