package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.dure.api.report.TownReport;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.node.Node;
import kr.dure.ops.node.Place;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.Importer;
import kr.dure.ops.town.TownFile;
import kr.dure.ops.town.TownReader;
import kr.dure.ops.town.TownSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A ledger speaks with its database, on this machine, and with nobody else. */
class NothingLeavesTest {
    private static final String ON_THIS_MACHINE =
            ".*(AF_UNIX|AF_UNSPEC|AF_NETLINK|inet_addr\\(\"127\\.|\"::1\"|\"::ffff:127\\.).*";

    /** The checker, and what Java itself has for asking over the web. */
    private static final Pattern ASKING = Pattern.compile(
            " (org\\.axonframework\\.updates|io\\.axoniq|jdk\\.internal\\.net\\.http|sun\\.net\\.www\\.http)\\.");

    @TempDir
    Path temporary;

    @Test
    void a_node_looks_up_no_name_but_its_own_machine() throws Exception {
        assertThat(InetAddress.getByName("localhost").isLoopbackAddress()).isTrue();
        assertThat(RecordingResolver.names()).as("every look-up is recorded").contains("localhost");
        var report = new ByteArrayOutputStream();
        try (var ledger = TestLedger.ready(temporary);
                var node = Node.open(new Place(ledger.data(), null), sentence -> {});
                var lines = TownSource.open(TestLedger.file(temporary, "edges"))) {
            var deciding = node.decide(LedgerKind.SIMULATION);
            var reader = new TownReader(deciding.hash()::personHash, deciding.hash()::requestDigest);
            new Importer(deciding.writer(), reader, ImportProgress.NONE).run(lines, null);
            node.awaitProjections();
            new TownReport(node.reading()).write(report);
        }
        assertThat(JsonMapper.shared().readTree(report.toByteArray())).isEqualTo(TownFile.report("edges"));
        assertThat(RecordingResolver.names()).allMatch(NothingLeavesTest::isHere);
    }

    /** Axon comes with a checker that asks its maker about updates and tells him what runs here. */
    @Test
    void nothing_asks_for_updates_even_if_it_is_not_forbidden() throws Exception {
        Path loaded = temporary.resolve("loaded.txt");
        try (var ledger = TestLedger.ready(temporary)) {
            ledger.with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);
            assertThat(ledger.imports(TestLedger.file(temporary, "edges")).exitCode())
                    .isZero();
        }
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains(" org.axonframework.eventsourcing."))
                .noneMatch(line -> ASKING.matcher(line).find());
    }

    @Test
    void the_demo_connects_to_this_machine_only() throws Exception {
        Path calls = temporary.resolve("calls.txt");
        var strace = List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect", "-o", calls.toString());
        assumeTrue(canTrace(strace), "needs strace");
        try (var ledger = TestLedger.ready(temporary)) {
            var demo = ledger.startUnder(strace, "demo", "--port", "0", "--management-port", "0");
            ServedDemoTest.awaitServed(demo);
            ProcessHandle.of(demo.pid()).orElseThrow().children().forEach(ProcessHandle::destroy);
            assertThat(demo.exitCode()).as(demo.toString()).isEqualTo(ServedDemoTest.TERMINATED);
            assertThat(demo.out()).contains("Dure ledger");
        }
        var connections = Files.readAllLines(calls).stream()
                .filter(call -> call.contains("sa_family="))
                .toList();
        assertThat(connections).isNotEmpty().allMatch(call -> call.matches(ON_THIS_MACHINE));
    }

    private static boolean canTrace(List<String> strace) throws InterruptedException {
        try {
            var command = new ArrayList<>(strace);
            command.add("true");
            return new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Our own name is looked up on this machine as well, whatever its address is. */
    private static boolean isHere(String name) {
        try {
            return InetAddress.getByName(name).isLoopbackAddress()
                    || name.equals(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
