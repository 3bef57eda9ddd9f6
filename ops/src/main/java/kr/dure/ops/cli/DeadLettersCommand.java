package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import kr.dure.api.projection.DeadLetter;
import kr.dure.core.ledger.Moment;
import kr.dure.ops.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** What projections that move no value could not take in: shows it, and tries it again after a repair. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "조회용 집계가 받아들이지 못하고 따로 둔 사건을 보여 주고, 고친 뒤에 다시 시도합니다.",
            "Shows the events that counts could not take in and have put aside, and tries them again after a repair.",
            "Money puts nothing aside: its projections stand still instead."
        },
        subcommands = {DeadLettersCommand.Listing.class, DeadLettersCommand.Retrying.class})
public final class DeadLettersCommand {
    private static final int SOME_LEFT = 1;
    private static final int LONGEST_ERROR = 160;

    /** Shows them, oldest first. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"따로 둔 사건을 보여 줍니다.", "Shows what is put aside, oldest first."})
    static final class Listing extends LedgerCommand {
        @Option(names = "--json", description = "오류 전문까지 JSON으로 / as JSON, each error at full length")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            try (var node = openExisting()) {
                list(node, json, out());
            }
            return 0;
        }
    }

    /** Tries each again; those of one stream in their order. */
    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "따로 둔 사건을 오래된 것부터 다시 시도합니다.",
                "Tries again what is put aside, oldest first. Exit code 0 only if nothing is left."
            })
    static final class Retrying extends LedgerCommand {
        @Override
        public Integer call() throws Exception {
            try (var node = openExisting()) {
                return retry(node, out());
            }
        }
    }

    /** A letter as programs read it. */
    private record Line(
            String projection, long position, String stream, String type, int attempts, Instant since, String error) {
        static Line of(DeadLetter letter) {
            return new Line(
                    letter.projection(),
                    letter.position(),
                    letter.stream(),
                    letter.type(),
                    letter.attempts(),
                    letter.parkedAt(),
                    letter.error());
        }
    }

    static void list(Node node, boolean json, PrintWriter out) throws SQLException, InterruptedException {
        var letters = node.deadLetters();
        if (json) {
            out.println(JsonMapper.shared()
                    .writeValueAsString(letters.stream().map(Line::of).toList()));
        } else {
            print(letters, out);
        }
        out.flush();
    }

    private static void print(List<DeadLetter> letters, PrintWriter out) {
        for (DeadLetter letter : letters) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %,12d  %s  %s  시도 attempts %d  %s%n    %s%n",
                    letter.projection(),
                    letter.position(),
                    letter.stream(),
                    letter.type(),
                    letter.attempts(),
                    inKorea(letter.parkedAt()),
                    shortened(letter.error()));
        }
        out.println(letters.isEmpty() ? "없음 / none" : String.format(Locale.ROOT, "모두 in all %,d", letters.size()));
    }

    private static String inKorea(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(Moment.KST));
    }

    private static String shortened(String error) {
        String line = error.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR - 1) + "…";
    }

    static int retry(Node node, PrintWriter out) throws SQLException, InterruptedException {
        var result = node.retryDeadLetters();
        out.printf(
                Locale.ROOT,
                "%s 받아들임 taken in %,d, 남음 left %,d%n",
                result.left() == 0 ? "✓" : "✗",
                result.taken(),
                result.left());
        out.flush();
        return result.left() == 0 ? 0 : SOME_LEFT;
    }
}
