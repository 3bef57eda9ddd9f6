package kr.dure.ops.serve;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dure.api.LedgerApi;
import kr.dure.ops.Complaint;
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
    private final ConfigurableApplicationContext context;

    private HttpService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(LedgerApi.class)
    static class Assembly {
        @Bean
        WebServerFactoryCustomizer<JettyServletWebServerFactory> problems() {
            return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(new BareProblems()));
        }
    }

    /**
     * @param port 0 for any that is free
     * @throws Complaint if the port is taken
     */
    public static HttpService start(Served served, int port) {
        var application = new SpringApplication(Assembly.class);
        if (served.signIn() != null) {
            application.addPrimarySources(List.of(SignInServer.class));
        }
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "server.port", port,
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "20s",
                "spring.threads.virtual.enabled", true,
                "spring.main.keep-alive", false,
                "spring.mvc.problemdetails.enabled", false,
                "spring.web.resources.add-mappings", false));
        application.addInitializers(
                context -> served.each((name, bean) -> context.getBeanFactory().registerSingleton(name, bean)));
        try {
            return new HttpService(application.run());
        } catch (PortInUseException taken) {
            throw new Complaint("이미 쓰이는 포트입니다: " + port, "This port is taken: " + port, taken);
        }
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server, "the context has a web server").getPort();
    }

    /** Answers what is under way, and takes nothing more. */
    @Override
    public void close() {
        context.close();
    }
}
