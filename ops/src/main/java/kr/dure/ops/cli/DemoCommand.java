package kr.dure.ops.cli;

import kr.dure.ops.demo.DemoTown;
import kr.dure.ops.node.Node;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.TownSource;
import picocli.CommandLine.Command;

/** Sets up a demo town, runs its month, and shows how it stands. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "시연 도시의 한 달을 넣고 결과를 보여 줍니다.",
            "Sets everything up, runs a month of a demo town, and shows how the town stands.",
            "Without --data it lives beside the default data directory, in dure-demo."
        })
public final class DemoCommand extends LedgerCommand {
    @Override
    public Integer call() throws Exception {
        var place = options.demoPlace();
        var screen = screen();
        try (var node = Node.open(place, screen::say);
                var month = TownSource.of(DemoTown.file())) {
            screen.say("시연 도시의 한 달을 넣습니다 / Running a month of the demo town");
            ImportCommand.run(node, month, ImportProgress.NONE, null);
            node.awaitProjections();
            screen.clear();
            var out = out();
            new TownSummary(node.reading()).print(out);
            out.printf("%n데이터 Data        %s%n", place);
            out.flush();
        }
        return 0;
    }
}
