package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import kr.dure.ops.node.Node;
import kr.dure.ops.serve.HttpService;
import picocli.CommandLine.Option;

/** How a ledger is served: the same options for every command that does. */
final class ServeOptions {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "HTTP 포트 (0: 아무거나) / the port for HTTP; 0 is any (default: ${DEFAULT-VALUE})")
    private int port;

    int port() {
        return port;
    }

    /** Says where it is served, and waits until the process is told to stop: then nothing that was taken is lost. */
    void untilStopped(Node node, HttpService service, PrintWriter out) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            service.close();
            node.close();
        }));
        out.printf("두레 Dure          http://localhost:%d/api/v1%n", service.port());
        out.flush();
        new CountDownLatch(1).await();
    }
}
