package kr.dure.ops.town;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import kr.dure.core.vault.PersonalData;
import kr.dure.core.vault.SealedPerson;
import kr.dure.core.vault.Vault;

final class PlainVault implements Vault {
    @Override
    public SealedPerson seal(PersonalData data) {
        return new SealedPerson(
                data.person(), new byte[0], data.birthDate().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public PersonalData open(SealedPerson sealed) {
        return PersonalData.bornOn(
                sealed.person(), LocalDate.parse(new String(sealed.sealed(), StandardCharsets.UTF_8)));
    }
}
