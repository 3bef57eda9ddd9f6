package kr.dure.ops.serve;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.interfaces.RSAPublicKey;
import kr.dure.api.client.Clients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Gives tokens to registered clients: the client credentials grant of OAuth 2.1, with Spring's authorization server.
 * Where people sign in themselves, another issuer is named when the ledger is started.
 */
@Configuration(proxyBeanMethods = false)
class SignInServer {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain signInChain(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> http.securityMatcher(server.getEndpointsMatcher()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new SignInLimit(), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClients(Clients clients) {
        return new KnownClients(clients);
    }

    @Bean
    PasswordEncoder clientSecrets(Clients clients) {
        return new ClientSecrets(clients);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new NothingKept();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(SignIn signIn) throws JOSEException {
        var identity = signIn.identity();
        var key = new RSAKey.Builder((RSAPublicKey) identity.certificate().getPublicKey())
                .privateKey(identity.key())
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint()
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokensOfTheirSubjects() {
        return context -> {
            context.getJwsHeader().algorithm(SignatureAlgorithm.PS256);
            context.getClaims().subject(context.getRegisteredClient().getClientName());
        };
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }
}
