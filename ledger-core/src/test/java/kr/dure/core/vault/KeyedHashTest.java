package kr.dure.core.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kr.dure.core.id.OperationId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private final KeyedHash hash = new KeyedHash(key(0));

    /** Made with another implementation. If one of them changes, every ledger forgets who is who. */
    @Test
    void staysAsTheLedgersKnowIt() {
        assertThat(hash.personHash("CI-김두레"))
                .isEqualTo("b050189793f2faf057e1682552a19aa3090d87e3f3e0a833a963164b55a57a3c");
        assertThat(hash.requestDigest("{\"amount\":1000}".getBytes(UTF_8)))
                .asHexString()
                .isEqualToIgnoringCase("f2726ebcf7c8bd2eb1af84689c61cf5c268165b88076c990a47afa03ec1de6f7");
        assertThat(hash.requestDigest(new byte[0]))
                .asHexString()
                .isEqualToIgnoringCase("a7c045e04c61f6e95a7a5db59a52ea256bf72832d5973fa12b926b2eb3de89c4");
        assertThat(hash.webhookKey(new OperationId("w1")))
                .asHexString()
                .isEqualToIgnoringCase("8b022fa6f09c48f7351adc7a71c5d96e8030bae60e6cd7b2c861f09742156753");
        assertThat(hash.fingerprint()).isEqualTo("af9a9bb04e55965e7aadcc72d19dbb2678e5a85fb7604d8b462d95d58355e011");
    }

    @Test
    void anotherKeyGivesOtherHashes() {
        var other = new KeyedHash(key(1));

        assertThat(other.personHash("CI-1")).isNotEqualTo(hash.personHash("CI-1"));
        assertThat(other.requestDigest(new byte[1])).isNotEqualTo(hash.requestDigest(new byte[1]));
        assertThat(other.fingerprint()).isNotEqualTo(hash.fingerprint());
    }

    @Property
    void aPersonAndARequestOfTheSameBytesHaveNothingInCommon(@ForAll byte[] bytes) {
        String text = HexFormat.of().formatHex(bytes) + ".";

        assertThat(HexFormat.of().formatHex(hash.requestDigest(text.getBytes(UTF_8))))
                .isNotEqualTo(hash.personHash(text));
    }

    @Test
    void theFingerprintIsNeitherTheHashOfARequestNorOfAPerson() {
        String label = "dure/fingerprint\0";

        assertThat(hash.fingerprint())
                .isNotEqualTo(hash.personHash(label))
                .isNotEqualTo(HexFormat.of().formatHex(hash.requestDigest(label.getBytes(UTF_8))))
                .isNotEqualTo(HexFormat.of().formatHex(hash.requestDigest(new byte[0])));
    }

    @Test
    void manyThreadsAtOnceGetWhatOneGets() throws Exception {
        var requests = IntStream.range(0, 500).mapToObj(i -> new byte[i]).toList();
        var alone = requests.stream().map(hash::requestDigest).toList();
        Callable<Boolean> all = () -> {
            for (int i = 0; i < requests.size(); i++) {
                assertThat(hash.requestDigest(requests.get(i))).isEqualTo(alone.get(i));
            }
            return true;
        };

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> all).toList())) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void aProofThatWouldMakeManyPeopleOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hash.personHash(""))
                .withMessage("the proof of identity is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hash.personHash("CI-\uD800"))
                .withMessage("the proof of identity is not Unicode text");
    }

    @Test
    void aKeyOfAnotherLengthOrForAnotherUseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedHash(new SecretKeySpec(new byte[16], "HmacSHA256")))
                .withMessage("a key of 256 bits is needed, not of 128");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedHash(new SecretKeySpec(new byte[32], "AES")))
                .withMessage("a key for HmacSHA256 is needed, not for AES");
    }

    /** 32 bytes that count up. */
    private static SecretKey key(int first) {
        byte[] bits = new byte[32];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (first + i);
        }
        return new SecretKeySpec(bits, "HmacSHA256");
    }
}
