package kr.dure.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be the URL of a receiver, and what may not, whoever reads it otherwise. */
class ReceiverUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.kr/hooks",
                "https://shop.example.kr:443/",
                "https://shop.example.kr:8443/a?b=c",
                "HTTPS://Shop.Example.KR",
                "https://xn--2e0bu9h.xn--3e0b707e/hook"
            })
    void namesOfThePublicInternetAreGood(String url) {
        assertThat(ReceiverUrl.parse(url, Reach.PUBLIC).uri()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://shop.example.kr/           | begins with https://
            ftp://shop.example.kr/            | begins with https://
            file:///etc/passwd                | begins with https://
            jar:https://a.kr/x.jar!/          | begins with https://
            //shop.example.kr/                | begins with https://
            shop.example.kr                   | begins with https://
            https:shop.example.kr             | names a host
            https:///x                        | names a host
            https://                          | is a URL
            https://a.kr@b.kr/                | names no user
            https://user:pass@a.kr/           | names no user
            https://@a.kr/                    | names no user
            https://127.0.0.1#@a.kr/          | has no fragment
            https://a.kr/#x                   | has no fragment
            https://a.kr\\@10.0.0.1/           | is a URL
            https://a b.kr/                   | has visible ASCII characters only
            https://가게.kr/                   | has visible ASCII characters only
            https://a.kr/%zz                  | is a URL
            https://127.0.0.1/                | names its host by a name
            https://127.1/                    | names a host
            https://2130706433/               | names its host by a name
            https://0x7f000001/               | names its host by a name
            https://0x7f.0x0.0x0.0x1/         | names a host
            https://0177.0.0.01/              | names its host by a name
            https://8.8.8.8/                  | names its host by a name
            https://[::1]/                    | names its host by a name
            https://[::ffff:127.0.0.1]/       | names its host by a name
            https://[fe80::1%25eth0]/         | names its host by a name
            https://[2606:4700::1111]/        | names its host by a name
            https://localhost/                | names its host by a name
            https://metadata/                 | names its host by a name
            https://a.kr./                    | names its host by a name
            https://a..kr/                    | names
            https://-a.kr/                    | names
            https://a_b.kr/                   | names
            https://a.kr:80/                  | has port 443
            https://a.kr:22/                  | has port 443
            https://a.kr:0/                   | has port 443
            https://a.kr:1023/                | has port 443
            https://a.kr:65536/               | has port 443
            """)
    void whatIsNoneIsRefusedByItsRule(String url, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverUrl.parse(url, Reach.PUBLIC))
                .withMessageContaining(rule);
    }

    @Test
    void aLongOneAndOneWithControlCharactersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverUrl.parse("https://a.kr/" + "x".repeat(1_000), Reach.PUBLIC));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverUrl.parse("https://a.kr/\r\nHost: b.kr", Reach.PUBLIC));
    }

    @Test
    void aSimulationMayReachThisMachine() {
        assertThat(ReceiverUrl.parse("http://127.0.0.1:8080/x", Reach.LOOPBACK_TOO)
                        .host())
                .isEqualTo("127.0.0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverUrl.parse("http://u@127.0.0.1:8080/x", Reach.LOOPBACK_TOO));
    }
}
