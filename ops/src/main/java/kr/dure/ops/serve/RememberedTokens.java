package kr.dure.ops.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature once, not at every request: that costs more than a payment. Whether it has expired is looked
 * at each time.
 */
final class RememberedTokens implements JwtDecoder {
    private static final int MOST = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    RememberedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known == null) {
            known = decoder.decode(token);
            good.put(token, known);
            return known;
        }
        Instant expires = known.getExpiresAt();
        if (expires != null && !Instant.now().isBefore(expires)) {
            throw new BadJwtException("the token has expired");
        }
        return known;
    }
}
