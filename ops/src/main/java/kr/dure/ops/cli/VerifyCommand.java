package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dure.api.audit.Verification;
import kr.dure.core.eventlog.DurabilityCheck;
import picocli.CommandLine.Command;

/** Recomputes everything from the log and names each difference. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "원장 전체를 기록에서 다시 계산하여 모든 잔액과 맞춰 봅니다.",
            "Refolds the whole log and compares every balance with journal and projections; checks the trial balance,",
            "the order of the log and the grants; names each difference. Exit code 0 only if there is none."
        })
public final class VerifyCommand extends LedgerCommand {
    private static final int DIFFERENT = 1;

    @Override
    public Integer call() throws Exception {
        try (var node = openExisting()) {
            node.awaitProjections();
            List<String> findings = new ArrayList<>();
            for (var finding : DurabilityCheck.findings(node.single())) {
                if (!finding.good()) {
                    findings.add(finding.toString());
                }
            }
            var result = new Verification(node.log(), node.codec(), node.reading()).run();
            findings.addAll(result.differences());
            print(result, findings, out());
            return findings.isEmpty() ? 0 : DIFFERENT;
        }
    }

    private static void print(Verification.Result result, List<String> findings, PrintWriter out) {
        result.checked().forEach((what, number) -> out.printf(Locale.ROOT, "  %-18s %,12d%n", what, number));
        for (String finding : findings) {
            out.println("✗ " + finding);
        }
        if (result.count() > result.differences().size()) {
            out.printf(Locale.ROOT, "… 모두 in all %,d%n", result.count());
        }
        out.println(
                findings.isEmpty()
                        ? "✓ 모두 맞습니다 / Everything agrees, up to event " + result.position()
                        : "✗ 맞지 않는 것이 있습니다 / There are differences");
        out.flush();
    }
}
