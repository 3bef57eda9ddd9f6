package kr.dure.ops.cli;

import java.time.Clock;
import java.util.UUID;
import kr.dure.api.client.Clients;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.OperationId;
import kr.dure.ops.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds the first client of a production ledger, while it is not served; an operator adds the others over HTTP. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        description = {
            "운영 원장에 첫 클라이언트를 등록합니다. 원장이 멈춰 있을 때 씁니다. 비밀은 다시 볼 수 없습니다.",
            "Adds a client to a production ledger that is not being served: its id and its secret, a line each."
        })
public final class ClientCommand extends LedgerCommand {
    @Mixin
    private WhoOption who;

    @Override
    public Integer call() {
        var caller = who.caller();
        var screen = screen();
        try (var node = Node.open(options.place(), screen::say)) {
            var hash = node.decide(LedgerKind.PRODUCTION).hash();
            var id = new OperationId(UUID.randomUUID().toString());
            var clients = new Clients(node.reading(), hash, Clock.systemUTC());
            clients.add(id, caller, "dure client");
            screen.clear();
            out().println(id);
            out().println(clients.secret(id));
            out().flush();
        }
        return 0;
    }
}
