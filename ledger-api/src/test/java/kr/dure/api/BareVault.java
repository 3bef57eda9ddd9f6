package kr.dure.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import kr.dure.core.vault.PersonalData;
import kr.dure.core.vault.SealedPerson;
import kr.dure.core.vault.Vault;

/** Keeps birth dates as they are: what a vault does with them is its own tests' matter. */
final class BareVault implements Vault {
    @Override
    public SealedPerson seal(PersonalData data) {
        return new SealedPerson(
                data.person(), new byte[] {1}, String.valueOf(data.birthDate()).getBytes(UTF_8));
    }

    @Override
    public PersonalData open(SealedPerson sealed) {
        return PersonalData.bornOn(sealed.person(), LocalDate.parse(new String(sealed.sealed(), UTF_8)));
    }
}
