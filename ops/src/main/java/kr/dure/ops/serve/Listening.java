package kr.dure.ops.serve;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;

/**
 * Where the interface is, and who else hears of what it does.
 *
 * @param port 0 for any that is free
 * @param managementPort for metrics and health, on this machine alone; 0 for any that is free
 * @param traces where traces go (OTLP over HTTP), such as {@code http://localhost:4318/v1/traces}; null for nowhere
 */
public record Listening(
        int port, int managementPort, @Nullable URI traces) {
    /** What a server does by itself, whoever sends the first part of a trace. */
    private static final double SAMPLED = 0.1;

    /** At any ports, and nobody else hears of it. */
    public static final Listening ANYWHERE = new Listening(0, 0, null);

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("management.server.port", managementPort);
        if (traces == null) {
            // watching every step costs a third of a request
            settings.put("spring.autoconfigure.exclude", ObservationAutoConfiguration.class.getName());
            settings.put("management.opentelemetry.enabled", false);
            settings.put("management.tracing.export.enabled", false);
        } else {
            settings.put("spring.application.name", "dure");
            settings.put("management.opentelemetry.tracing.export.otlp.endpoint", traces.toString());
            settings.put("management.tracing.sampling.probability", SAMPLED);
        }
        return settings;
    }
}
