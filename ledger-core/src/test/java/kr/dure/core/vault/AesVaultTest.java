package kr.dure.core.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kr.dure.core.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesVaultTest {
    private static final PersonalData DURE =
            new PersonalData(new PersonId("w-1"), LocalDate.of(1961, 5, 16), "김두레", "010-1234-5678");
    private static final PersonalData NURI =
            new PersonalData(new PersonId("w-2"), LocalDate.of(1990, 1, 2), "이누리", null);

    private final Vault vault = new AesVault(master(0), new SecureRandom());

    /** Made with another implementation. If it changes, no vault opens any more. */
    @Test
    void staysAsTheVaultsKnowIt() {
        var row = new AesVault(master(0), new CountingRandom(32)).seal(DURE);

        assertThat(row.person()).isEqualTo(DURE.person());
        assertThat(HexFormat.of().formatHex(row.wrappedKey()))
                .isEqualTo("0104f8a3c3c302d3b0b7e94b14dcf85ad1da69cd74056ed7907d3cb49fb27799a4104db058f2901adb");
        assertThat(HexFormat.of().formatHex(row.sealed()))
                .isEqualTo("01404142434445464748494a4bb976dfe82202ad4f3346350abf68604b25bfb0b3c06d96e84cd2b66e0187"
                        + "aa20f031f5a7b63730b6a637b5a6b1f2c387b1f68c1287c8e0cc4ec9f8521591792403d790aa68c2bd444d9883"
                        + "908d1b27900dcb1023a0");
        assertThat(vault.open(row)).isEqualTo(DURE);
    }

    @Test
    void whatIsNotKnownTakesNoRoomAndStaysUnknown() {
        var nobody = new PersonalData(DURE.person(), null, null, null);
        var row = vault.seal(nobody);

        assertThat(row.sealed()).hasSize(1 + 12 + "{}".length() + 16);
        assertThat(vault.open(row)).isEqualTo(nobody);
    }

    @Test
    void theSamePersonSealedTwiceHasAnotherKeyAndAnotherNonce() {
        var first = vault.seal(DURE);
        var second = vault.seal(DURE);

        assertThat(first.wrappedKey()).isNotEqualTo(second.wrappedKey());
        assertThat(Arrays.copyOfRange(first.sealed(), 1, 13)).isNotEqualTo(Arrays.copyOfRange(second.sealed(), 1, 13));
        assertRefused(new SealedPerson(DURE.person(), first.wrappedKey(), second.sealed()), "cannot be opened");
    }

    @Test
    void anotherPersonsRowDoesNotOpen() {
        var dure = vault.seal(DURE);
        var nuri = vault.seal(NURI);

        assertRefused(
                new SealedPerson(NURI.person(), dure.wrappedKey(), dure.sealed()),
                "the data of person w-2 cannot be opened: it was changed, or is another person's");
        assertRefused(new SealedPerson(DURE.person(), nuri.wrappedKey(), dure.sealed()), "cannot be opened");
        assertRefused(new SealedPerson(DURE.person(), dure.wrappedKey(), nuri.sealed()), "cannot be opened");
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        var row = new AesVault(master(1), new SecureRandom()).seal(DURE);

        assertRefused(
                row, "the key of person w-1 cannot be unwrapped: it was changed, or another master key wrapped it");
    }

    @Test
    void aWrappedKeyOfTheWrongLengthDoesNotOpen() {
        var row = vault.seal(DURE);
        for (int length = 0; length <= 60; length++) {
            if (length != row.wrappedKey().length) {
                assertRefused(
                        new SealedPerson(DURE.person(), Arrays.copyOf(row.wrappedKey(), length), row.sealed()),
                        "cannot be unwrapped");
            }
        }
    }

    @Test
    void cutOrLengthenedDataDoesNotOpen() {
        var row = vault.seal(DURE);
        for (int length = 0; length <= row.sealed().length + 20; length++) {
            if (length != row.sealed().length) {
                assertRefused(
                        new SealedPerson(DURE.person(), row.wrappedKey(), Arrays.copyOf(row.sealed(), length)),
                        "cannot be opened");
            }
        }
    }

    @Test
    void anUnknownVersionDoesNotOpen() {
        var row = vault.seal(DURE);
        byte[] key = row.wrappedKey().clone();
        byte[] data = row.sealed().clone();
        key[0] = 2;
        data[0] = 2;

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.open(new SealedPerson(DURE.person(), key, row.sealed())))
                .withRootCauseInstanceOf(GeneralSecurityException.class)
                .havingRootCause()
                .withMessage("of version 2");
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.open(new SealedPerson(DURE.person(), row.wrappedKey(), data)))
                .havingRootCause()
                .withMessage("of version 2");
    }

    /** Sealed properly, by a vault that writes something else: not even then does the refusal quote it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"birthDate\":\"1961-05-16비밀\"}",
                "{\"name\":{\"비밀\":1}}",
                "{\"비밀\":\"비밀\"}",
                "{\"name\":\"비밀\"",
                "{\"name\":\"비밀\"}{}",
                "[]",
                "null",
                ""
            })
    void dataOfAnotherFormIsRefusedWithoutQuotingIt(String json) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> PersonalJson.read(DURE.person(), json.getBytes(UTF_8)))
                .withMessage("the data of person w-1 is not of the form that this version knows")
                .satisfies(refusal -> assertThat(everythingItSays(refusal)).doesNotContain("비밀", "1961"));
    }

    @Test
    void textThatIsNotUnicodeIsNotSealed() {
        for (String name : List.of("김\uD800", "\uDC00두레", "\uD800두레")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> vault.seal(new PersonalData(DURE.person(), null, name, null)))
                    .withMessage("the data of person w-1 is not Unicode text");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.seal(new PersonalData(new PersonId("w\uD800"), null, null, null)))
                .withMessage("the id of a person is not Unicode text");
    }

    @Test
    void aMasterKeyOfAnotherLengthOrForAnotherUseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesVault(new SecretKeySpec(new byte[16], "AES"), new SecureRandom()))
                .withMessage("a key of 256 bits is needed, not of 128");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesVault(new SecretKeySpec(new byte[32], "HmacSHA256"), new SecureRandom()))
                .withMessage("a key for AES is needed, not for HmacSHA256");
    }

    private void assertRefused(SealedPerson row, String why) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.open(row))
                .withMessageContaining(why)
                .satisfies(refusal ->
                        assertThat(everythingItSays(refusal)).doesNotContain("김두레", "이누리", "010-1234", "1961", "1990"));
    }

    private static String everythingItSays(Throwable refusal) {
        var text = new StringWriter();
        refusal.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static SecretKey master(int first) {
        byte[] bits = new byte[32];
        new CountingRandom(first).nextBytes(bits);
        return new SecretKeySpec(bits, "AES");
    }
}
