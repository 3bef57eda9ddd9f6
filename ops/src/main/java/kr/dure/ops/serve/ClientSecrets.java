package kr.dure.ops.serve;

import java.util.HexFormat;
import kr.dure.api.client.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a client's secret with what is kept of it. */
record ClientSecrets(Clients clients) implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException("secrets are made by the ledger");
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String kept) {
        return secret != null
                && kept != null
                && clients.isSecret(secret.toString(), HexFormat.of().parseHex(kept));
    }
}
