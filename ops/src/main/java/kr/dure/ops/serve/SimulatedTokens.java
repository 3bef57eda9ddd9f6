package kr.dure.ops.serve;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import kr.dure.api.access.Caller;
import kr.dure.ops.keys.Identity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;

/**
 * Tokens that a simulation ledger makes for itself (RFC 7519), so that whoever tries it can be anybody in town. Their key
 * is none that a production ledger knows.
 */
public final class SimulatedTokens {
    private static final String ISSUER = "https://simulation.dure.invalid";
    private static final Duration GOOD_FOR = Duration.ofHours(8);

    private final Identity identity;

    public SimulatedTokens(Identity identity) {
        this.identity = identity;
    }

    /** A token of somebody, good for 8 hours. */
    public String make(Caller caller, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(caller.client())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(GOOD_FOR)))
                .build();
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.PS256), claims);
            token.sign(new RSASSASigner(identity.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java signs nothing with RSA", e);
        }
    }

    /** Takes the tokens that are made here, and no others. */
    public JwtDecoder decoder() {
        return Tokens.signedBy(identity, JwtValidators.createDefaultWithIssuer(ISSUER));
    }
}
