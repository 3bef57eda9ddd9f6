package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import kr.dure.ops.node.Node;
import kr.dure.ops.serve.HttpService;
import kr.dure.ops.serve.Listening;
import kr.dure.ops.serve.Served;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a ledger is served: the same options for every command that does. */
final class ServeOptions {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "HTTP 포트 (0: 아무거나) / the port for HTTP; 0 is any (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--management-port",
            defaultValue = "8081",
            description =
                    "지표와 상태 (0: 아무거나) / the port for /prometheus and /health, on this machine alone; 0 is any (default: ${DEFAULT-VALUE})")
    private int managementPort;

    @Option(
            names = "--traces",
            paramLabel = "URL",
            description =
                    "OpenTelemetry 추적을 보낼 곳 / where OpenTelemetry traces go, such as http://localhost:4318/v1/traces; without it nowhere")
    private @Nullable URI traces;

    HttpService serve(Served served) {
        return HttpService.start(served, new Listening(port, managementPort, traces));
    }

    /** Says where it is served, and waits until the process is told to stop: then nothing that was taken is lost. */
    void untilStopped(Node node, HttpService service, PrintWriter out) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            service.close();
            node.close();
        }));
        out.printf("두레 Dure          http://localhost:%d/api/v1%n", service.port());
        out.printf("상태 Health        http://localhost:%d/health%n", service.managementPort());
        out.flush();
        new CountDownLatch(1).await();
    }
}
