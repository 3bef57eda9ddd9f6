package kr.dure.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example that the libraries of Standard Webhooks test themselves by. */
class SignatureTest {
    private static final byte[] KEY = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    @Test
    void anyLibraryFindsItRight() {
        assertThat(Signature.of(KEY, ID, 1_614_265_330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(Signature.secret(KEY)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void whateverChangesChangesIt() {
        String right = Signature.of(KEY, ID, 1_614_265_330, BODY);

        assertThat(Signature.of(new byte[24], ID, 1_614_265_330, BODY)).isNotEqualTo(right);
        assertThat(Signature.of(KEY, ID + "x", 1_614_265_330, BODY)).isNotEqualTo(right);
        assertThat(Signature.of(KEY, ID, 1_614_265_331, BODY)).isNotEqualTo(right);
        assertThat(Signature.of(KEY, ID, 1_614_265_330, "{}".getBytes(UTF_8))).isNotEqualTo(right);
    }
}
