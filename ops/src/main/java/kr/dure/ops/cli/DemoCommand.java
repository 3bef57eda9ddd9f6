package kr.dure.ops.cli;

import java.time.Duration;
import kr.dure.api.http.RateLimits;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.demo.DemoTown;
import kr.dure.ops.demo.Traffic;
import kr.dure.ops.node.Node;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.TownSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sets up a demo town, runs its month, shows how it stands, and serves it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "시연 도시의 한 달을 넣어 보여 주고, 모의 원장으로 HTTP API를 엽니다. 그동안 도시는 조금씩 움직입니다.",
            "Sets everything up, runs a month of a demo town, shows how it stands, and serves it until Ctrl-C, with a little going on.",
            "Without --data it lives beside the default data directory, in dure-demo."
        })
public final class DemoCommand extends LedgerCommand {
    private static final Duration TRAFFIC = Duration.ofSeconds(3);

    @Mixin
    private ServeOptions serving;

    @Override
    public Integer call() throws Exception {
        var place = options.demoPlace();
        var screen = screen();
        try (var node = Node.open(place, screen::say);
                var month = TownSource.of(DemoTown.file())) {
            var deciding = node.decide(LedgerKind.SIMULATION);
            screen.say("시연 도시의 한 달을 넣습니다 / Running a month of the demo town");
            ImportCommand.run(deciding, month, ImportProgress.NONE, null);
            node.awaitProjections();
            screen.clear();
            var out = out();
            new TownSummary(node.reading()).print(out);
            out.printf("%n데이터 Data        %s%n", place);
            var served = node.simulated(deciding, RateLimits.usual());
            try (var _ = new Traffic(served.desk(), node.reading(), TRAFFIC)) {
                serving.untilStopped(node, serving.serve(served), out);
            }
        }
        return 0;
    }
}
