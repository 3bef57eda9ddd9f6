package kr.dure.ops;

import kr.dure.ops.cli.ClientCommand;
import kr.dure.ops.cli.DeadLettersCommand;
import kr.dure.ops.cli.DemoCommand;
import kr.dure.ops.cli.ErrorTexts;
import kr.dure.ops.cli.ImportCommand;
import kr.dure.ops.cli.NodeCommand;
import kr.dure.ops.cli.RebuildCommand;
import kr.dure.ops.cli.ReportCommand;
import kr.dure.ops.cli.TokenCommand;
import kr.dure.ops.cli.UpCommand;
import kr.dure.ops.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code dure} command. */
@Command(
        name = "dure",
        mixinStandardHelpOptions = true,
        version = "두레 Dure 0.1.0",
        description = "두레: 지역화폐와 참여소득의 원장 / The ledger of a city's own money",
        footer =
                "%n시험 / Tests: dure test [--long]%n측정 / Benchmarks: dure bench [SCENARIO…] [--json FILE]%n고문 / Torture: dure torture [--cycles N] [--seed S]",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            ClientCommand.class,
            ImportCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            DeadLettersCommand.class,
            NodeCommand.class
        })
public final class Dure {
    private Dure() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Dure())
                .setExecutionExceptionHandler(new ErrorTexts())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }
}
