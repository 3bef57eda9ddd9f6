package kr.dure.api.http;

import java.util.Optional;
import kr.dure.api.access.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;

/** Bearer tokens (RFC 6750), and nothing else: no session, no cookie, and so no forgery across sites. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup {
    @Bean
    HttpFirewall firewall() {
        return Headers.firewall();
    }

    @Bean
    SecurityFilterChain api(HttpSecurity http, JwtDecoder decoder) {
        return http.securityMatcher("/api/**")
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(Customizer.withDefaults())
                        .cacheControl(Customizer.withDefaults()))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/v1/problems/**", "/api/v1/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(bearer -> bearer.bearerTokenResolver(Headers::bearer)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(SecuritySetup::known))
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader("WWW-Authenticate", "Bearer realm=\"dure\"");
                            Problems.send(Problem.of("unauthenticated"), request, response);
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                Problems.send(Problem.of("not-allowed"), request, response)))
                .build();
    }

    private static AbstractAuthenticationToken known(Jwt token) {
        var caller = Optional.ofNullable(token.getSubject())
                .flatMap(Caller::of)
                .orElseThrow(() -> new InvalidBearerTokenException("the subject is nobody here"));
        return new Known(token, caller);
    }

    /** Somebody whose token is good. */
    private static final class Known extends AbstractAuthenticationToken {
        private static final long serialVersionUID = 1L;
        private final transient Jwt token;
        private final transient Caller caller;

        Known(Jwt token, Caller caller) {
            super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role().name()));
            this.token = token;
            this.caller = caller;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return token;
        }

        @Override
        public Object getPrincipal() {
            return caller;
        }

        @Override
        public String getName() {
            return caller.client();
        }
    }
}
