package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.util.Locale;
import kr.dure.api.audit.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes all projections anew from the log and compares them with the live ones. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "조회용 표를 기록에서 새로 만들어 지금 것과 맞춰 봅니다.",
            "Rebuilds the projections from the log beside the live ones and compares their digests, table by table.",
            "Exit code 0 if all are equal, or if --switch has put the rebuilt ones in place."
        })
public final class RebuildCommand extends LedgerCommand {
    private static final int DIFFERENT = 1;

    @Option(names = "--switch", description = "새로 만든 표로 바꿉니다 / puts the rebuilt tables in the place of the live ones")
    private boolean switchOver;

    @Override
    public Integer call() throws Exception {
        try (var node = openExisting()) {
            var rebuild = node.rebuild();
            var result = rebuild.run();
            print(result, out());
            if (switchOver) {
                rebuild.switchOver();
                out().println("✓ 새 표로 바꾸었습니다 / The rebuilt tables are in place");
            } else {
                rebuild.discard();
            }
            out().flush();
            return result.isEqual() || switchOver ? 0 : DIFFERENT;
        }
    }

    private static void print(Rebuild.Result result, PrintWriter out) {
        for (var table : result.tables()) {
            out.printf(
                    Locale.ROOT,
                    "%s %-16s %,12d  %s%n",
                    table.isEqual() ? "✓" : "✗",
                    table.name(),
                    table.rows(),
                    table.isEqual() ? table.live() : table.live() + " ≠ " + table.rebuilt());
        }
        out.println(
                result.isEqual()
                        ? "✓ 모두 같습니다 / All are equal, up to event " + result.position()
                        : "✗ 다른 표가 있습니다 / Some tables differ");
    }
}
