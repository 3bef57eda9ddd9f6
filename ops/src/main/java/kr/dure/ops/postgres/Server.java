package kr.dure.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The server process: brought up, whoever started it, and brought down. */
final class Server {
    /** A fast shutdown writes a last checkpoint, which a slow disk may take its time for. */
    private static final Duration STOP = Duration.ofMinutes(2);

    private static final Duration STEP = Duration.ofMillis(50);
    private static final int ONE_LOG_SEGMENT = 16 << 20;

    private final Cluster cluster;
    private final Programs programs;
    private final ServerLog log;
    private final Path portFile;
    private final Consumer<String> progress;

    Server(Cluster cluster, Programs programs, Path portFile, Consumer<String> progress) {
        this.cluster = cluster;
        this.programs = programs;
        this.log = new ServerLog(programs.outputs());
        this.portFile = portFile;
        this.progress = progress;
    }

    Optional<Postmaster> running() throws IOException {
        return Postmaster.of(cluster);
    }

    /** Takes over the server that runs, or starts one; returns when it answers. */
    Postmaster up(Duration limit) throws IOException, InterruptedException {
        Patience patience = new Patience(limit);
        while (!patience.over()) {
            Optional<Postmaster> running = running();
            if (running.isEmpty()) {
                launch(patience);
            } else if (new Handshake(cluster, running.get()).answers(patience, this::tellProgress)) {
                return running.get();
            }
        }
        throw new PostgresUnavailable.GaveUpWaiting(patience.spent(), log.lastLine(), null);
    }

    void down() throws IOException, InterruptedException {
        for (String mode : new String[] {"fast", "immediate"}) {
            // Immediate loses nothing either: the next start recovers from the log.
            Optional<Postmaster> running = running();
            if (running.isPresent()) {
                List<ProcessHandle> family = running.get().family();
                pgCtl("stop", "--mode=" + mode, "--timeout=" + STOP.toSeconds());
                awaitEnd(family, new Patience(Duration.ofSeconds(5)));
            }
        }
        if (running().isPresent()) {
            throw new PostgresUnavailable.GaveUpWaiting(STOP, log.lastLine(), null);
        }
    }

    void trimLogs() throws IOException {
        log.trim();
    }

    private void launch(Patience patience) throws IOException, InterruptedException {
        progress.accept("PostgreSQL을 시작합니다 / Starting PostgreSQL");
        Postmaster.forgetStale(cluster);
        Settings.write(cluster, programs.runAs());
        log.begin();
        Programs.Outcome outcome = pgCtl(
                "start",
                "--timeout=" + patience.secondsLeft(),
                "--log=" + log.firstWords(),
                "--options=" + Settings.commandLine(Port.choose(portFile)));
        if (outcome.good() || running().isPresent()) {
            return;
        }
        String lastLine = log.lastLine().isEmpty() ? outcome.lastLine() : log.lastLine();
        String reason = log.fatal().orElse(lastLine);
        if (!passing(reason) || patience.over()) {
            throw failure(reason);
        }
        progress.accept("PostgreSQL을 다시 시작해 봅니다 / Trying again to start PostgreSQL: " + reason);
        patience.pause(Duration.ofSeconds(1));
    }

    /** Another program was quicker to take the port; or sessions of a killed server have not all ended yet. */
    private static boolean passing(String reason) {
        return reason.contains("could not create any TCP/IP sockets") || reason.contains("is still in use");
    }

    private PostgresUnavailable failure(String reason) throws IOException {
        // With no room left for even the reason in the log.
        boolean noRoom = log.lastLine().isEmpty()
                && Files.getFileStore(cluster.directory()).getUsableSpace() < ONE_LOG_SEGMENT;
        return PostgresUnavailable.DiskFull.isSaidBy(reason) || noRoom
                ? new PostgresUnavailable.DiskFull(cluster.directory(), reason, null)
                : new PostgresUnavailable.DidNotStart(reason, programs.outputs());
    }

    private Programs.Outcome pgCtl(String action, String... options) throws IOException, InterruptedException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = action;
        arguments[1] = "--pgdata=" + cluster.directory();
        arguments[2] = "--wait";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return programs.run("pg_ctl", this::tellProgress, arguments);
    }

    private void tellProgress() {
        try {
            progress.accept("PostgreSQL을 기다립니다 / Waiting for PostgreSQL: " + log.lastLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(List<ProcessHandle> family, Patience patience) throws InterruptedException {
        while (family.stream().anyMatch(Postmaster::alive) && !patience.over()) {
            patience.pause(STEP);
        }
    }
}
