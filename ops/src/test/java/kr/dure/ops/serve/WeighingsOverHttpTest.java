package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scale of the clean house by the river (강변) signs what Younghee brings; somebody carries it to the ledger. */
class WeighingsOverHttpTest {
    private static final String OFFICER = "officer:최주무";
    private static final AtomicLong COUNTER = new AtomicLong();

    private static HttpTown town;
    private static KeyPair scale;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
        scale = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var programme = town.post(OFFICER, "/programmes", """
                {"programme":"clean","kind":"clean-house","basis":"CONTRIBUTION","lines":[{"line":"a","payer":"city",
                "amount":1000000}],"rates":{"can":240}}""");
        assertThat(programme.status()).as(programme.toString()).isEqualTo(201);
        var device = town.post(OFFICER, "/sites/river/devices", device("scale-1", scale));
        assertThat(device.status()).as(device.toString()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String device(String name, KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        String raw =
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return "{\"device\":\"%s\",\"publicKey\":\"%s\"}".formatted(name, raw);
    }

    /** What a scale says, of which a test may change something before or after it is signed. */
    private record Said(
            String wallet, String device, String material, long grams, long counter, String at, KeyPair keys) {
        static Said next() {
            return new Said(
                    "영희",
                    "scale-1",
                    "can",
                    100,
                    COUNTER.incrementAndGet(),
                    Instant.now().toString(),
                    scale);
        }

        Said of(String other) {
            return new Said(other, device, material, grams, counter, at, keys);
        }

        Said from(String other) {
            return new Said(wallet, other, material, grams, counter, at, keys);
        }

        Said of(long other) {
            return new Said(wallet, device, material, other, counter, at, keys);
        }

        Said on(String other) {
            return new Said(wallet, device, material, grams, counter, other, keys);
        }

        Said by(KeyPair other) {
            return new Said(wallet, device, material, grams, counter, at, other);
        }

        String signature() throws Exception {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(keys.getPrivate());
            signing.update("dure-weighing-1\nclean\nriver\n%s\n%s\n%s\n%d\n%d\n%s"
                    .formatted(device, wallet, material, grams, counter, at)
                    .getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signing.sign());
        }

        String body() throws Exception {
            return body(signature());
        }

        String body(String signature) {
            return """
                    {"programme":"clean","site":"river","device":"%s","wallet":"%s","material":"%s","grams":%d,
                    "weighedAt":"%s","counter":%d,"signature":"%s"}""".formatted(device, wallet, material, grams, at, counter, signature);
        }
    }

    private static Reply carry(Said said) throws Exception {
        return town.post(OPERATOR, "/weighings", said.body());
    }

    @Test
    void whatTheScaleHasSignedIsCreditedOnce() throws Exception {
        String key = key();
        String body = Said.next().of(1_000).body();
        var weighed = town.post(OPERATOR, "/weighings", key, body);
        assertThat(weighed.status()).as(weighed.toString()).isEqualTo(201);
        assertThat(weighed.body().path("points").asLong()).isEqualTo(240);
        assertThat(town.post(OPERATOR, "/weighings", key, body).body())
                .as("repeated")
                .isEqualTo(weighed.body());
        assertThat(town.post(OPERATOR, "/weighings", body).code())
                .as("under another key")
                .isEqualTo("counter-used");
        assertThat(town.post(YOUNGHEE, "/weighings", body).code())
                .as("by somebody else")
                .isEqualTo("counter-used");

        String location = weighed.header("Location").substring("/api/v1".length());
        assertThat(town.get(YOUNGHEE, location).body()).isEqualTo(weighed.body());
        assertThat(town.get(CHEOLSU, location).code()).isEqualTo("not-found");
        var wallet = town.getAfter(weighed, YOUNGHEE, wallet("영희"));
        assertThat(wallet.body().path("points").asLong()).isGreaterThanOrEqualTo(240);
    }

    @Test
    void theSameNumberIsNotTakenForSomethingElse() throws Exception {
        var said = Said.next();
        String key = key();
        assertThat(town.post(OPERATOR, "/weighings", key, said.body()).status()).isEqualTo(201);

        assertThat(carry(said.of(101)).code()).isEqualTo("counter-used");
        assertThat(town.post(OPERATOR, "/weighings", key, said.of(101).body()).code())
                .isEqualTo("id-reused");
    }

    @Test
    void everythingIsUnderTheSignature() throws Exception {
        var said = Said.next();
        String signature = said.signature();
        for (String changed : List.of(
                said.of("철수").body(signature),
                said.of(101).body(signature),
                said.on(Instant.now().plusSeconds(1).toString()).body(signature),
                said.body(signature).replace("\"can\"", "\"pet\""),
                said.body(signature).replace("\"clean\"", "\"cleaner\""),
                said.body(signature)
                        .replace("\"counter\":" + said.counter(), "\"counter\":" + (said.counter() + 1_000)),
                said.body(said.by(KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                        .signature()),
                said.body(""),
                said.body("AAAA"),
                said.body("*".repeat(88)),
                said.body(Base64.getEncoder().encodeToString(new byte[64])))) {
            assertThat(town.post(OPERATOR, "/weighings", changed).code())
                    .as(changed)
                    .isEqualTo("signature-invalid");
        }
        assertThat(carry(said).status()).as("nothing was used up").isEqualTo(201);
    }

    @Test
    void onlyADeviceThatIsRegisteredIsHeard() throws Exception {
        assertThat(carry(Said.next().from("scale-9")).code()).isEqualTo("device-unknown");

        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = key();
        var registered = town.post(OFFICER, "/sites/river/devices", key, device("scale-2", other));
        var first = Said.next().from("scale-2").by(other);
        String carried = key();
        var weighed = town.post(OPERATOR, "/weighings", carried, first.body());
        assertThat(weighed.status()).as(weighed.toString()).isEqualTo(201);
        assertThat(town.post(OFFICER, "/sites/river/devices/scale-2/removal", "")
                        .body()
                        .has("removedAt"))
                .isTrue();
        assertThat(carry(Said.next().from("scale-2").by(other)).code()).isEqualTo("device-removed");
        assertThat(town.post(OPERATOR, "/weighings", carried, first.body()).body())
                .as("what was answered stays answered")
                .isEqualTo(weighed.body());
        assertThat(town.post(OFFICER, "/sites/river/devices", key, device("scale-2", other))
                        .body())
                .isEqualTo(registered.body());
        assertThat(town.post(OFFICER, "/sites/river/devices", key, device("scale-2", scale))
                        .code())
                .isEqualTo("id-reused");
        assertThat(town.post(OFFICER, "/sites/river/devices", device("scale-2", other))
                        .code())
                .isEqualTo("device-exists");
        assertThat(town.get(AUDITOR, "/sites/river/devices").body().toString()).contains("scale-1", "scale-2");
        assertThat(town.post(OFFICER, "/sites/river/devices", "{\"device\":\"x\",\"publicKey\":\"AAAA\"}")
                        .status())
                .isEqualTo(400);
        String nothing = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(town.post(OFFICER, "/sites/river/devices", "{\"device\":\"x\",\"publicKey\":\"" + nothing + "\"}")
                        .status())
                .as("a point of small order signs for anybody")
                .isEqualTo(400);
        for (String who : List.of(YOUNGHEE, AUDITOR, OPERATOR)) {
            assertThat(town.post(who, "/sites/river/devices", device("scale-3", other))
                            .code())
                    .isEqualTo("not-allowed");
        }
    }

    @Test
    void anOldWeighingIsNotTakenAndNoneFromTheFuture() throws Exception {
        var said = Said.next();
        assertThat(carry(said.on(Instant.now().minusSeconds(6 * 3_600 + 60).toString()))
                        .code())
                .isEqualTo("weighing-too-old");
        assertThat(carry(said.on(Instant.now().plusSeconds(600).toString())).code())
                .isEqualTo("weighing-too-old");
        assertThat(carry(said.on("yesterday")).status()).isEqualTo(400);
        assertThat(carry(said.on(Instant.now().minusSeconds(6 * 3_600 - 60).toString()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatTheLedgerRefusesIsRefusedForGood() throws Exception {
        var unknown = Said.next().of("없음");
        String key = key();
        var refused = town.post(OPERATOR, "/weighings", key, unknown.body());
        assertThat(refused.code()).isEqualTo("wallet-unknown");
        assertThat(town.post(OPERATOR, "/weighings", key, unknown.body()).body())
                .isEqualTo(refused.body());
        assertThat(carry(unknown).code()).isEqualTo("counter-used");
    }

    /** Whoever carried it first died before the ledger heard of it, and the key with them. */
    @Test
    void aWeighingIsNotLostWithItsCarrier() throws Exception {
        var said = Said.next();
        town.execute("insert into cleanhouse.weighing (site, device, counter, operation, carried_at)"
                + " values ('river', 'scale-1', " + said.counter() + ", 'lost', now())");

        var weighed = carry(said);

        assertThat(weighed.status()).as(weighed.toString()).isEqualTo(201);
        assertThat(carry(said).code()).isEqualTo("counter-used");
    }

    @Test
    void aWeighingIsTriedWithoutBeingCarried() throws Exception {
        var said = Said.next();
        assertThat(town.post(OPERATOR, "/weighings?dryRun=true", said.body()).status())
                .isEqualTo(201);
        assertThat(town.count("cleanhouse.weighing where counter = " + said.counter()))
                .isZero();
        assertThat(carry(said).status()).isEqualTo(201);
    }

    @Test
    void residentsCarryTheirOwn() throws Exception {
        assertThat(town.post(CHEOLSU, "/weighings", Said.next().body()).code()).isEqualTo("not-allowed");
        assertThat(town.post(AUDITOR, "/weighings", Said.next().body()).code()).isEqualTo("not-allowed");
        assertThat(town.post(YOUNGHEE, "/weighings", Said.next().body()).status())
                .isEqualTo(201);
    }
}
