package kr.dure.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.LocalDate;
import javax.crypto.spec.SecretKeySpec;
import kr.dure.core.id.PersonId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AesVaultPropertiesTest {
    private final Vault vault = new AesVault(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());

    @Property
    void whatIsSealedOpensAsItWas(@ForAll("people") PersonalData data) {
        assertThat(vault.open(vault.seal(data))).isEqualTo(data);
    }

    @Property(tries = 50)
    void aRowWithAnyByteChangedDoesNotOpen(
            @ForAll("people") PersonalData data, @ForAll @IntRange(min = 1, max = 255) int change) {
        var row = vault.seal(data);
        for (int i = 0; i < row.wrappedKey().length; i++) {
            refuse(new SealedPerson(row.person(), changed(row.wrappedKey(), i, change), row.sealed()));
        }
        for (int i = 0; i < row.sealed().length; i++) {
            refuse(new SealedPerson(row.person(), row.wrappedKey(), changed(row.sealed(), i, change)));
        }
    }

    @Property
    void aRowUnderAnotherIdDoesNotOpen(@ForAll("people") PersonalData data, @ForAll("ids") PersonId other) {
        var row = vault.seal(data);
        if (!other.equals(row.person())) {
            refuse(new SealedPerson(other, row.wrappedKey(), row.sealed()));
        }
    }

    private void refuse(SealedPerson row) {
        assertThatExceptionOfType(VaultException.class).isThrownBy(() -> vault.open(row));
    }

    private static byte[] changed(byte[] bytes, int at, int change) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) change;
        return other;
    }

    @Provide
    Arbitrary<PersonalData> people() {
        var dates = Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .withoutEdgeCases();
        var texts = Arbitraries.oneOf(
                Arbitraries.strings().withCharRange('가', '힣').ofMaxLength(20),
                Arbitraries.strings().withCharRange('\0', '\u00FF').ofMaxLength(64),
                Arbitraries.just("😀\u2028\"\\"));
        return Combinators.combine(ids(), dates.injectNull(0.3), texts.injectNull(0.3), texts.injectNull(0.3))
                .as(PersonalData::new);
    }

    @Provide
    Arbitrary<PersonId> ids() {
        return Arbitraries.strings()
                .ascii()
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(PersonId::new)
                .withoutEdgeCases();
    }
}
