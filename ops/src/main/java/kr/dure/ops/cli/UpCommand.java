package kr.dure.ops.cli;

import java.net.URI;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.node.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a production ledger. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "운영 원장의 HTTP API를 엽니다. Ctrl-C로 멈춥니다.",
            "Serves a production ledger over HTTP until Ctrl-C; makes it if there is none."
        })
public final class UpCommand extends LedgerCommand {
    @Mixin
    private ServeOptions serving;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description =
                    "토큰을 발급하는 OIDC 서버 (없으면 두레가 직접 발급) / an OpenID Connect issuer whose tokens are good; without it the ledger gives them itself")
    private @Nullable URI issuer;

    @Override
    public Integer call() throws Exception {
        var screen = screen();
        try (var node = Node.open(options.place(), screen::say)) {
            var deciding = node.decide(LedgerKind.PRODUCTION);
            screen.clear();
            serving.untilStopped(node, serving.serve(node.production(deciding, issuer)), out());
        }
        return 0;
    }
}
