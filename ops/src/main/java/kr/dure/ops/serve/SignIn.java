package kr.dure.ops.serve;

import java.time.Duration;
import kr.dure.ops.keys.Identity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What a ledger needs to give tokens itself: the key that signs them, which signs nothing else. */
public record SignIn(Identity identity) {
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /** Takes the tokens that are signed here, whatever address their issuer was reached by. */
    public JwtDecoder tokens() {
        return Tokens.signedBy(identity, JwtValidators.createDefault());
    }
}
