package kr.dure.ops.cli;

import java.util.concurrent.Callable;
import kr.dure.api.report.TownReport;
import kr.dure.ops.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how the town stands, from the projections once they show the whole log. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "원장의 지금 상태를 보여 줍니다.",
            "Shows the state of the ledger: people, money, fund, programmes, refusals.",
            "With --json every wallet, merchant, account and budget line, to the won."
        })
public final class ReportCommand implements Callable<Integer> {
    @Option(names = "--json", description = "모든 숫자를 JSON으로 / everything as JSON")
    private boolean json;

    @Mixin
    private PlaceOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var screen = new Screen(spec.commandLine().getErr());
        try (var node = Node.openExisting(options.place(), screen::say)) {
            node.awaitProjections();
            var report = new TownReport(node.reading());
            if (json) {
                report.write(System.out);
                System.out.println();
            } else {
                new TownSummary(node.reading()).print(spec.commandLine().getOut());
            }
        }
        return 0;
    }
}
