package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.Complaint;
import kr.dure.ops.link.Address;
import kr.dure.ops.node.Node;
import kr.dure.ops.node.NodeMetrics;
import kr.dure.ops.node.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one of several nodes until it is told to stop. It says what it is, a line for each change. */
@Command(
        name = "node",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "여러 노드 가운데 하나로 돌며, 쓰는 노드에 일을 넘기고 그 자리를 이어받습니다.",
            "Runs one of several nodes over one database: it writes, or forwards to the one that does and takes over."
        })
public final class NodeCommand extends LedgerCommand {
    @Option(
            names = "--listen",
            required = true,
            paramLabel = "HOST:PORT",
            description = "다른 노드가 이 노드에 닿는 주소 / where the other nodes reach this one; port 0 is any")
    private String listen;

    @Option(names = "--kind", defaultValue = "production", description = "${COMPLETION-CANDIDATES}")
    private LedgerKind kind;

    @Option(
            names = "--lease",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "쓰는 노드가 이만큼 말이 없으면 다른 노드가 이어받음 / after so much silence another node takes over")
    private int lease;

    @Override
    public Integer call() throws Exception {
        var screen = screen();
        var lines = new Lines(out());
        try (var node = Node.open(options.place(), Duration.ofSeconds(lease), screen::say)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(node::close));
            var succession = node.join(kind, address(), lines);
            lines.serving.await();
            lines.say("ready " + succession.address());
            new CountDownLatch(1).await(); // until the process is told to stop
        }
        return 0;
    }

    private Address address() {
        try {
            return Address.parse(listen);
        } catch (IllegalArgumentException none) {
            throw new Complaint("주소(HOST:PORT)가 아닙니다: " + listen, "This is no address (HOST:PORT): " + listen, none);
        }
    }

    /** What programs read that have started this one. */
    private static final class Lines implements NodeMetrics {
        private final PrintWriter out;
        private final CountDownLatch serving = new CountDownLatch(1);

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void became(Role role) {
            switch (role) {
                case Role.Writing _, Role.Standby _, Role.CutOff _, Role.LeaseGone _ -> say(role.toString());
                case Role.Seeking _, Role.TakingOver _, Role.Closed _ -> {
                    // on the way to the next line
                }
            }
            if (role.serves()) {
                serving.countDown();
            }
        }

        synchronized void say(String line) {
            out.println(line);
            out.flush();
        }
    }
}
