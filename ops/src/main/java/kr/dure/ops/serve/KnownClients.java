package kr.dure.ops.serve;

import java.util.HexFormat;
import java.util.function.Predicate;
import kr.dure.api.client.Clients;
import kr.dure.api.client.Clients.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The ledger's clients, as the authorization server sees them. */
record KnownClients(Clients clients) implements RegisteredClientRepository {
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are added by an operator");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.find(id)
                .filter(Predicate.not(Client::isRemoved))
                .map(KnownClients::registered)
                .orElse(null);
    }

    private static RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.subject().client())
                .clientSecret(HexFormat.of().formatHex(client.secretHash()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SignIn.GOOD_FOR)
                        .build())
                .build();
    }
}
