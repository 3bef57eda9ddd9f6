package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.Complaint;
import kr.dure.ops.node.Node;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.ImportSummary;
import kr.dure.ops.town.Importer;
import kr.dure.ops.town.TownReader;
import kr.dure.ops.town.TownSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a town file, in order, into a simulation ledger. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "도시 파일을 모의 원장에 넣습니다. 원장이 없으면 만듭니다.",
            "Runs a town file (JSON Lines, plain or .gz) into a simulation ledger, which is made if there is none.",
            "The same file again changes nothing; after a crash it goes on where it was."
        })
public final class ImportCommand extends LedgerCommand {
    @Parameters(paramLabel = "FILE", description = "도시 파일 / the town file")
    private Path file;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "줄마다의 결과를 이 파일에 / writes the result of each line there")
    private @Nullable Path results;

    @Override
    public Integer call() throws Exception {
        var place = options.place();
        requireWritable(results);
        var out = out();
        var screen = screen();
        long start = System.nanoTime();
        try (var source = TownSource.open(file);
                var node = Node.open(place, screen::say)) {
            var summary = run(
                    node.decide(LedgerKind.SIMULATION), source, new ProgressLine(screen, Files.size(file)), results);
            screen.clear();
            print(summary, (System.nanoTime() - start) / 1e9, out);
        }
        return 0;
    }

    static ImportSummary run(Node.Deciding deciding, TownSource source, ImportProgress progress, @Nullable Path results)
            throws Exception {
        var reader = new TownReader(deciding.hash()::personHash, deciding.hash()::requestDigest);
        return new Importer(deciding.writer(), reader, progress).run(source, results);
    }

    private static void requireWritable(@Nullable Path results) {
        if (results != null) {
            Path folder = results.toAbsolutePath().getParent();
            if (folder == null || Files.isDirectory(results) || !Files.isWritable(folder)) {
                throw new Complaint(
                        "결과 파일을 쓸 수 없는 곳입니다: " + results, "The results cannot be written there: " + results);
            }
        }
    }

    private static void print(ImportSummary summary, double seconds, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d줄 lines: 승인 accepted %,d · 거절 refused %,d · 무효 invalid %,d (%.1f초 s)%n",
                summary.lines(),
                summary.accepted(),
                summary.lines() - summary.accepted() - summary.invalid(),
                summary.invalid(),
                seconds);
        summary.refused().forEach((code, lines) -> out.printf(Locale.ROOT, "  %-28s %,8d%n", code, lines));
        out.flush();
    }
}
