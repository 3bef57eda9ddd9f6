package kr.dure.ops.cli;

import java.time.Instant;
import kr.dure.ops.Complaint;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import kr.dure.ops.serve.SimulatedTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a token for a simulation ledger. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "모의 원장에서 누구로든 일해 볼 수 있는 토큰을 만듭니다.",
            "Prints a token for trying a simulation ledger as anybody, alone on the last line."
        })
public final class TokenCommand extends LedgerCommand {
    @Mixin
    private WhoOption who;

    @Override
    public Integer call() {
        var caller = who.caller();
        var keys = LedgerKeys.open(KeyPlace.of(options.demoPlace().data(), System.getenv()));
        if (!keys.has(Use.SIMULATED_TOKEN)) {
            throw new Complaint(
                    "모의 원장에서만 토큰을 만들 수 있습니다. ops/dure demo가 모의 원장을 엽니다",
                    "Tokens are made for simulation ledgers only; ops/dure demo serves one");
        }
        out().println(new SimulatedTokens(keys.identity(Use.SIMULATED_TOKEN)).make(caller, Instant.now()));
        out().flush();
        return 0;
    }
}
