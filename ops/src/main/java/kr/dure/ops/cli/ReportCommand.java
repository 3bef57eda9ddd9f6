package kr.dure.ops.cli;

import kr.dure.api.report.TownReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how the town stands, from the projections once they show the whole log. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "원장의 지금 상태를 보여 줍니다.",
            "Shows the state of the ledger: people, money, fund, programmes, refusals.",
            "With --json every wallet, merchant, account and budget line, to the won."
        })
public final class ReportCommand extends LedgerCommand {
    @Option(names = "--json", description = "모든 숫자를 JSON으로 / everything as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (var node = openExisting()) {
            node.awaitProjections();
            var report = new TownReport(node.reading());
            if (json) {
                report.write(System.out);
                System.out.println();
            } else {
                new TownSummary(node.reading()).print(out());
            }
        }
        return 0;
    }
}
