package kr.dure.torture;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kr.dure.torture.Plan.Fault;

/** Lets faults happen, and undoes what does not end by itself. */
final class Injector {
    private static final int CALLS = 12;
    private static final String WHO_SYNCS =
            "select pid from pg_stat_activity where backend_type = 'walwriter' or application_name = 'dure writer'";

    private final Site site;

    Injector(Site site) {
        this.site = site;
    }

    /** What cannot happen on this machine, with why. */
    static Map<FaultKind, String> impossible(Site site, int nodes) throws IOException, InterruptedException {
        Map<FaultKind, String> skipped = new EnumMap<>(FaultKind.class);
        if (nodes == 1) {
            skipped.put(FaultKind.OTHER_KILLED, "노드가 하나뿐 / there is one node only");
        }
        if (!FailingSync.isPossible()) {
            skipped.put(FaultKind.FSYNC_FAILED, "strace가 없거나 허용되지 않음 / no strace, or it is not allowed");
        }
        if (site.disk() == null) {
            skipped.put(FaultKind.DISK_FULL, "디스크 이미지를 마운트할 수 없음 / no disk image can be mounted");
        }
        return skipped;
    }

    /**
     * Returns when it is over.
     *
     * @return whether there was something to strike
     */
    boolean strike(Fault fault) throws InterruptedException, IOException, SQLException {
        return switch (fault.kind()) {
            case DATABASE_KILLED ->
                site.postmaster().map(ProcessHandle::destroyForcibly).orElse(false);
            case FSYNC_FAILED -> failSync(fault);
            case DISK_FULL -> fillDisk(fault);
            case WRITER_KILLED, OTHER_KILLED, NODE_PAUSED, WRITER_STOPPED, ANSWERS_LOST -> strikeNode(fault);
        };
    }

    private boolean strikeNode(Fault fault) throws InterruptedException {
        var target = target(fault);
        if (target.isPresent()) {
            strike(fault, target.get());
        }
        return target.isPresent();
    }

    private boolean failSync(Fault fault) throws InterruptedException, IOException, SQLException {
        try (var _ = new FailingSync(whoSyncs(), 1 + fault.draw() % CALLS)) {
            last(fault);
        }
        return true;
    }

    private Optional<TownNode> target(Fault fault) {
        var ready = site.nodes().stream().filter(TownNode::isReady).toList();
        boolean anyone = fault.kind() == FaultKind.NODE_PAUSED;
        boolean writer = fault.kind() != FaultKind.OTHER_KILLED;
        var fit = ready.stream()
                .filter(node -> anyone || node.isWriter() == writer)
                .toList();
        return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(fault.draw() % fit.size()));
    }

    private static void strike(Fault fault, TownNode node) throws InterruptedException {
        switch (fault.kind()) {
            case WRITER_KILLED, OTHER_KILLED -> node.kill();
            case NODE_PAUSED, WRITER_STOPPED -> {
                node.signal("STOP");
                try {
                    last(fault);
                } finally {
                    node.signal("CONT");
                }
            }
            case ANSWERS_LOST -> {
                node.relay.loseAnswers(true);
                try {
                    last(fault);
                } finally {
                    node.relay.loseAnswers(false);
                }
            }
            case DATABASE_KILLED, FSYNC_FAILED, DISK_FULL -> throw new IllegalArgumentException(fault.toString());
        }
    }

    private boolean fillDisk(Fault fault) throws IOException, InterruptedException {
        var disk = site.disk();
        if (disk == null) {
            return false;
        }
        disk.fill();
        try {
            last(fault);
        } finally {
            disk.free();
        }
        return true;
    }

    private List<Long> whoSyncs() throws SQLException, IOException {
        List<Long> processes = new ArrayList<>();
        try (var connection = site.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WHO_SYNCS)) {
            while (rows.next()) {
                processes.add(rows.getLong(1));
            }
        }
        return processes;
    }

    private static void last(Fault fault) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(fault.millis());
    }
}
