package kr.dure.api.http;

import java.util.List;
import kr.dure.api.projection.Projector;
import kr.dure.core.vault.KeyedHash;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all resources share: bodies, idempotency keys, positions, problems. */
@Configuration(proxyBeanMethods = false)
@Import({Problems.class, SecuritySetup.class, RequestIds.class})
public class HttpSetup implements WebMvcConfigurer {
    private final KeyedHash hash;
    private final Projector views;
    private final RateLimits limits;

    public HttpSetup(KeyedHash hash, Projector views, RateLimits limits) {
        this.limits = limits;
        this.hash = hash;
        this.views = views;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new StrictBody()).addCustomConverter(new CsvBody());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new WriteResolver(hash));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RateLimiter(limits));
        interceptors.addInterceptor(new Position(views));
    }
}
