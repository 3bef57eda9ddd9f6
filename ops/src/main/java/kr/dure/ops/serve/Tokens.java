package kr.dure.ops.serve;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import kr.dure.ops.keys.Identity;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Which tokens are good (RFC 7519). */
public final class Tokens {
    private Tokens() {}

    /** Those that an issuer signs with a key that it publishes (OpenID Connect Discovery), asked for when first needed. */
    public static JwtDecoder of(URI issuer) {
        return new RememberedTokens(new SupplierJwtDecoder(
                () -> NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build()));
    }

    /** Those that one key has signed with PS256. */
    static JwtDecoder signedBy(Identity identity, OAuth2TokenValidator<Jwt> claims) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(
                JWSAlgorithm.PS256, identity.certificate().getPublicKey()));
        processor.setJWTClaimsSetVerifier((unused, context) -> {
            // what they claim is looked at by the validator
        });
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(claims);
        return new RememberedTokens(decoder);
    }
}
