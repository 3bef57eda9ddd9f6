package kr.dure.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Headers are judged as Spring Security judges them. */
class HeadersTest {
    private static final BearerTokenResolver THEIRS = new DefaultBearerTokenResolver();
    private static final int SUPPLEMENTARY = 0x1F600;

    @Test
    void everyCharacterIsTakenOrNotAsByTheFirewallOfSpringSecurity() {
        IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> !Character.isSurrogate((char) c))
                .mapToObj(Character::toString)
                .forEach(HeadersTest::isJudgedTheSame);
        isJudgedTheSame(Character.toString(SUPPLEMENTARY));
        isJudgedTheSame("");
        isJudgedTheSame("an end\r\nof a line");
    }

    private static void isJudgedTheSame(String text) {
        assertThat(Headers.isPlain(text, false))
                .describedAs("as a name: %s", text)
                .isEqualTo(StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(text));
        assertThat(Headers.isPlain(text, true))
                .describedAs("as a value: %s", text)
                .isEqualTo(StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abcXYZ019-._~+/==",
                "bearer eyJ.eyJ.sig",
                "BEARER a",
                "Basic dXNlcjpzZWNyZXQ=",
                "",
                "Bear",
            })
    void aTokenIsReadAsSpringSecurityReadsIt(String header) {
        assertThat(Headers.bearer(with(header))).isEqualTo(THEIRS.resolve(with(header)));
    }

    @Test
    void withoutTheHeaderThereIsNoToken() {
        assertThat(Headers.bearer(with(null))).isNull();
    }

    /** A request that has this header and nothing else. */
    private static HttpServletRequest with(@Nullable String authorization) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (request, method, arguments) ->
                        method.getName().equals("getHeader") && arguments[0].equals("Authorization")
                                ? authorization
                                : null);
    }
}
