package kr.dure.ops.serve;

import static java.util.Map.entry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dure.api.LedgerApi;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.pos.PaymentCodes;
import kr.dure.api.webhook.Deliveries;
import kr.dure.ops.Complaint;
import kr.dure.ops.metrics.HttpMetrics;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A ledger's interface over HTTP, while it is open. */
public final class HttpService implements AutoCloseable {
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            entry("server.shutdown", "graceful"),
            entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
            entry("spring.main.keep-alive", false),
            entry("spring.mvc.problemdetails.enabled", false),
            entry("spring.mvc.formcontent.filter.enabled", false),
            entry("spring.web.resources.add-mappings", false),
            entry("management.server.address", "127.0.0.1"),
            entry("management.endpoints.web.base-path", "/"),
            entry("management.endpoints.web.exposure.include", "health,prometheus"),
            entry("management.endpoint.health.show-details", "always"),
            entry("management.endpoint.health.group.live.include", "livenessState"),
            entry("management.endpoint.health.group.ready.include", "readinessState,views"),
            entry("management.endpoint.health.group.books-balance.include", "books,views"));

    private final ConfigurableApplicationContext context;

    private HttpService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({LedgerApi.class, HealthSetup.class, LiveMetrics.class})
    static class Assembly {
        @Bean
        Housekeeping housekeeping(PaymentCodes codes, AnswerBook answers, Deliveries deliveries) {
            return new Housekeeping(List.of(codes::forget, answers::forget, deliveries::forget), Duration.ofHours(1));
        }

        @Bean
        WebServerFactoryCustomizer<JettyServletWebServerFactory> door(HttpMetrics metrics) {
            return factory -> factory.addServerCustomizers(server -> {
                server.setErrorHandler(new BareProblems());
                server.setHandler(new Admission(server.getHandler(), metrics));
                for (Connector connector : server.getConnectors()) {
                    rememberNoHeaders(connector);
                }
            });
        }

        /** Keys and tokens come once: to look for them among those of a connection before costs more than to read them. */
        private static void rememberNoHeaders(Connector connector) {
            var http = connector.getConnectionFactory(HttpConnectionFactory.class);
            http.getHttpConfiguration().setHeaderCacheSize(0);
        }

        @Bean
        HttpMetrics httpMetrics(PrometheusMeterRegistry metrics) {
            return new HttpMetrics(metrics);
        }
    }

    /** @throws Complaint if a port is taken */
    public static HttpService start(Served served, Listening listening) {
        var application = new SpringApplication(Assembly.class);
        if (served.signIn() != null) {
            application.addPrimarySources(List.of(SignInServer.class));
        }
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.putAll(listening.settings());
        application.setDefaultProperties(settings);
        application.addInitializers(
                context -> served.each((name, bean) -> context.getBeanFactory().registerSingleton(name, bean)));
        try {
            return new HttpService(application.run());
        } catch (PortInUseException taken) {
            throw new Complaint("이미 쓰이는 포트입니다: " + taken.getPort(), "This port is taken: " + taken.getPort(), taken);
        }
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server, "the context has a web server").getPort();
    }

    /** Where metrics and health are. */
    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /** Answers what is under way, and takes nothing more. */
    @Override
    public void close() {
        context.close();
    }
}
