package kr.dure.api.cleanhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import kr.dure.api.cleanhouse.Weighing.Counter;
import kr.dure.api.http.Count;
import kr.dure.api.http.Name;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device's signature, by the second test vector of RFC 8032, 7.1. */
class DeviceKeyTest {
    private static final DeviceKey KEY =
            DeviceKey.of(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    private static final byte[] SIGNATURE = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void theKnownAnswer() {
        assertThat(KEY.hasSigned(new byte[] {0x72}, base64(SIGNATURE))).isTrue();
    }

    @Test
    void anotherMessageIsNotSigned() {
        assertThat(KEY.hasSigned(new byte[] {0x73}, base64(SIGNATURE))).isFalse();
        assertThat(KEY.hasSigned(new byte[0], base64(SIGNATURE))).isFalse();
    }

    @Test
    void noBitOfASignatureMayDiffer() {
        for (int bit = 0; bit < SIGNATURE.length * 8; bit++) {
            byte[] other = SIGNATURE.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(KEY.hasSigned(new byte[] {0x72}, base64(other)))
                    .as("bit " + bit)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "한글"})
    void whatIsNoSignatureIsNone(String text) {
        assertThat(KEY.hasSigned(new byte[] {0x72}, text)).isFalse();
        assertThat(KEY.hasSigned(new byte[] {0x72}, base64(SIGNATURE) + text + "="))
                .isFalse();
    }

    /** Points of small order, points off the curve, other lengths, other spellings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "//////////////////////////////////////////8=",
                "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw",
                "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw="
            })
    void whatIsNoKeyIsNotTaken(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new DeviceKey(text));
    }

    @Test
    void theSignedFormIsPinned() {
        var weighing = new Weighing(
                new ProgrammeId("재활용"),
                new Name("강변"),
                new Name("scale-1"),
                new WalletId("영희"),
                new Name("can"),
                new Count(1_250),
                new Name("2026-11-22T09:00:00+09:00"),
                new Counter(7),
                "");

        assertThat(new String(weighing.signed(), StandardCharsets.UTF_8))
                .isEqualTo("dure-weighing-1\n재활용\n강변\nscale-1\n영희\ncan\n1250\n7\n2026-11-22T09:00:00+09:00");
    }
}
