package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CAFE;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.nimbusds.jose.jwk.JWK;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import kr.dure.api.pos.PaymentCodes;
import kr.dure.core.vault.KeyedHash;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Younghee shows codes, the bakery's clerk and the café take them. */
class PosOverHttpTest {
    private static final String CLERK = "clerk:두레빵집/김점원";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String code() throws Exception {
        var issued = town.post(YOUNGHEE, wallet("영희") + "/payment-codes", "");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        return issued.body().path("code").asString();
    }

    private static String paying(long amount) throws Exception {
        return "{\"code\":\"%s\",\"amount\":%d}".formatted(code(), amount);
    }

    private static long spendable(Reply after) throws Exception {
        var krw = town.get(YOUNGHEE, wallet("영희"), "Dure-Position", after.header("Dure-Position"))
                .body()
                .path("krw");
        return krw.path("total").asLong() - krw.path("held").asLong();
    }

    private static Reply reverse(String who, String key) throws Exception {
        return town.post(who, "/pos/reversals", "{\"key\":\"" + key + "\"}");
    }

    // ------------------------------------------------------------------------------------------------ codes

    @Test
    void aCodePaysOnceAndItsPaymentIsTheShops() throws Exception {
        String body = "{\"code\":\"%s\",\"amount\":700,\"reference\":\"주문 7\"}".formatted(code());
        String key = key();
        var paid = town.post(CLERK, "/pos/payments", key, body);

        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.body().path("merchant").asString()).isEqualTo("두레빵집");
        assertThat(paid.body().path("reference").asString()).isEqualTo("주문 7");
        assertThat(paid.body().has("pots")).isFalse();
        String payment = "/payments/" + paid.body().path("payment").asString();
        assertThat(town.get(BAKERY, payment).body()).isEqualTo(paid.body());
        assertThat(town.get(YOUNGHEE, payment).body().path("pots").size()).isPositive();

        assertThat(town.post(CLERK, "/pos/payments", key, body).body())
                .as("repeated")
                .isEqualTo(paid.body());
        assertThat(town.post(CLERK, "/pos/payments", body).code()).isEqualTo("code-unusable");
        assertThat(town.post(CAFE, "/pos/payments", body).code()).isEqualTo("code-unusable");
    }

    @Test
    void theSameRequestGetsTheSameCode() throws Exception {
        String key = key();
        var first = town.post(YOUNGHEE, wallet("영희") + "/payment-codes", key, "");
        var again = town.post(YOUNGHEE, wallet("영희") + "/payment-codes", key, "");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.body().path("code").asString()).matches("[0-9]{20}");
    }

    @Test
    void aCodeExpires() throws Exception {
        String body = paying(10);
        town.execute("update pos.payment_code set expires_at = now() - interval '1 second' where used_by is null");

        assertThat(town.post(CLERK, "/pos/payments", body).code()).isEqualTo("code-unusable");
    }

    @Test
    void codesOfLongAgoAreForgotten() throws Exception {
        code();
        town.execute("update pos.payment_code set expires_at = now() - interval '401 days' where used_by is null");
        code();
        var hash = new KeyedHash(new SecretKeySpec(new byte[32], "HmacSHA256"));
        var codes = new PaymentCodes(town.reading(), hash, Clock.systemUTC());

        try (var keeping = new Housekeeping(List.of(codes::forget), Duration.ofMillis(20))) {
            await().until(() -> town.count("pos.payment_code where expires_at < now() - interval '400 days'") == 0);
        }

        assertThat(town.count("pos.payment_code where expires_at > now()")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789", "１２３４５６７８９０１２３４５６７８９０", "' or 1=1 --", ""})
    void whatIsNoCodeIsToldApart(String code) throws Exception {
        var invalid = town.post(CLERK, "/pos/payments", "{\"code\":\"" + code + "\",\"amount\":1}");

        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body().path("errors").toString()).contains("/code", "20 digits");
    }

    @Test
    void nobodyElseShowsOnesCodeAndOnlyShopsTakeThem() throws Exception {
        assertThat(town.post(CHEOLSU, wallet("영희") + "/payment-codes", "").code())
                .isEqualTo("not-allowed");
        assertThat(town.post(YOUNGHEE, "/pos/payments", paying(1)).code()).isEqualTo("not-allowed");
        assertThat(town.post(YOUNGHEE, "/pos/holds", paying(1)).code()).isEqualTo("not-allowed");
        assertThat(reverse(YOUNGHEE, key()).code()).isEqualTo("not-allowed");
    }

    // ------------------------------------------------------------------------------------------------ holds

    @Test
    void aHoldIsCapturedInPartAndTheRestIsFree() throws Exception {
        var held = town.post(CLERK, "/pos/holds", paying(900));
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        long before = spendable(held) + 900;
        String hold = held.header("Location").substring("/api/v1".length());
        assertThat(town.get(BAKERY, hold).body()).isEqualTo(held.body());
        assertThat(town.get(CAFE, hold).status()).isEqualTo(404);
        assertThat(town.post(CAFE, hold + "/capture", "{}").code()).isEqualTo("hold-unknown");
        assertThat(town.post(CLERK, hold + "/capture", "{\"amount\":901}").code())
                .isEqualTo("capture-exceeds-hold");

        var captured = town.post(CLERK, hold + "/capture", "{\"amount\":400}");

        assertThat(captured.status()).as(captured.toString()).isEqualTo(201);
        String payment = captured.header("Location").substring("/api/v1".length());
        long cashback = town.get(YOUNGHEE, payment).body().path("cashback").asLong();
        assertThat(spendable(captured)).isEqualTo(before - 400 + cashback);
        assertThat(town.post(CLERK, hold + "/void", "").code()).isEqualTo("hold-closed");
    }

    @Test
    void aHoldThatIsVoidedIsFree() throws Exception {
        var held = town.post(CLERK, "/pos/holds", paying(300));
        long during = spendable(held);
        String hold = held.header("Location").substring("/api/v1".length());

        var voided = town.post(BAKERY, hold + "/void", "");

        assertThat(voided.status()).as(voided.toString()).isEqualTo(201);
        assertThat(voided.body().path("amount").asLong()).isEqualTo(300);
        assertThat(spendable(voided)).isEqualTo(during + 300);
    }

    // ------------------------------------------------------------------------------------------------ QR codes

    @Test
    void aQrCodeIsReadAndItsSignatureHolds() throws Exception {
        var made = town.post(CLERK, "/pos/qr", "{\"amount\":12000,\"reference\":\"주문 7\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        String text = made.body().path("text").asString();

        var png = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(made.body().path("png").asString())));
        int[] pixels = png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
        var seen =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(png.getWidth(), png.getHeight(), pixels)));
        assertThat(new QRCodeReader()
                        .decode(seen, Map.of(DecodeHintType.PURE_BARCODE, true))
                        .getText())
                .isEqualTo(text);
        assertThat(made.body().path("svg").asString()).startsWith("<svg ").contains("viewBox");

        var objects = Emv.read(text);
        assertThat(objects)
                .containsEntry("53", "410")
                .containsEntry("54", "12000")
                .containsEntry("58", "KR");
        assertThat(Emv.read(objects.get("26"))).containsEntry("01", URLEncoder.encode("두레빵집", StandardCharsets.UTF_8));
        assertThat(Emv.read(objects.get("62"))).containsEntry("05", "%EC%A3%BC%EB%AC%B8%207");
        var signature = Emv.read(objects.get("80")).get("01")
                + Emv.read(objects.get("81")).get("01");
        var key = JWK.parse(town.get(YOUNGHEE, "/pos/qr-key").body().toString()).toECKey();
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key.toECPublicKey());
        check.update(text.substring(0, text.indexOf(Emv.object("80", objects.get("80"))))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getUrlDecoder().decode(signature))).isTrue();
    }

    @Test
    void aQrCodeWithoutAnAmountIsForAnyAndTheSameEachTime() throws Exception {
        var made = town.post(BAKERY, "/pos/qr", "{}");

        assertThat(Emv.read(made.body().path("text").asString()))
                .containsEntry("01", "11")
                .doesNotContainKey("54");
        assertThat(town.post(BAKERY, "/pos/qr", "{}").body()).isEqualTo(made.body());
        assertThat(town.post(YOUNGHEE, "/pos/qr", "{}").code()).isEqualTo("not-allowed");
    }

    /** Reads what a wallet app reads, by the specification alone. */
    private static final class Emv {
        static Map<String, String> read(String text) {
            Map<String, String> objects = new LinkedHashMap<>();
            for (int i = 0; i < text.length(); ) {
                int start = i + 4;
                int end = text.offsetByCodePoints(start, Integer.parseInt(text.substring(i + 2, start)));
                objects.put(text.substring(i, i + 2), text.substring(start, end));
                i = end;
            }
            return objects;
        }

        static String object(String id, String value) {
            return id + "%02d".formatted(value.codePointCount(0, value.length())) + value;
        }
    }

    // ------------------------------------------------------------------------------------------------ reversals

    @Test
    void whatAKeyPaidIsGivenBackAndOnlyOnce() throws Exception {
        String key = key();
        var paid = town.post(CLERK, "/pos/payments", key, paying(500));
        String payment = paid.body().path("payment").asString();
        town.post(BAKERY, "/payments/" + payment + "/refunds", "{\"amount\":200}");
        String again = key();

        var reversed = town.post(CLERK, "/pos/reversals", again, "{\"key\":\"" + key + "\"}");

        assertThat(reversed.status()).as(reversed.toString()).isEqualTo(200);
        assertThat(reversed.body().path("outcome").asString()).isEqualTo("REFUNDED");
        assertThat(reversed.body().path("payment").asString()).isEqualTo(payment);
        assertThat(reversed.body().path("amount").asLong()).isEqualTo(300);
        assertThat(town.post(CLERK, "/pos/reversals", again, "{\"key\":\"" + key + "\"}")
                        .body())
                .as("repeated")
                .isEqualTo(reversed.body());
        assertThat(reverse(CLERK, key).body().path("outcome").asString()).isEqualTo("NOTHING_TO_UNDO");
    }

    @Test
    void whatAKeyHeldIsFree() throws Exception {
        String key = key();
        town.post(CLERK, "/pos/holds", key, paying(100));

        assertThat(reverse(CLERK, key).body().path("outcome").asString()).isEqualTo("VOIDED");
    }

    @Test
    void whatComesAfterItsReversalIsNotDone() throws Exception {
        String key = key();
        var forbidden = reverse(CLERK, key);
        assertThat(forbidden.body().path("outcome").asString()).isEqualTo("FORBIDDEN");

        var late = town.post(CLERK, "/pos/payments", key, paying(100));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("id-reused");
        assertThat(reverse(CLERK, key).body()).isEqualTo(forbidden.body());
    }

    @Test
    void whatWasRefusedNeedsNoReversal() throws Exception {
        String key = key();
        var refused = town.post(CLERK, "/pos/payments", key, paying(1_000_000));
        assertThat(refused.code()).isEqualTo("insufficient-balance");
        assertThat(refused.body().has("figures"))
                .as("what somebody has is no shop's matter")
                .isFalse();

        assertThat(reverse(CLERK, key).body().path("outcome").asString()).isEqualTo("NOTHING_TO_UNDO");
    }

    @Test
    void oneTerminalDoesNotReverseWhatAnotherDid() throws Exception {
        String key = key();
        var paid = town.post(CLERK, "/pos/payments", key, paying(100));

        assertThat(reverse(CAFE, key).body().path("outcome").asString()).isEqualTo("FORBIDDEN");
        assertThat(town.post(CLERK, "/pos/payments", key, "{}").status()).isEqualTo(400);
        assertThat(paid.status()).isEqualTo(201);
    }
}
