package kr.dure.core.vault;

import java.time.LocalDate;
import kr.dure.core.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What is known of a person. It is kept in the vault and nowhere else. */
public record PersonalData(
        PersonId person,
        @Nullable LocalDate birthDate,
        @Nullable String name,
        @Nullable String phone) {

    public static PersonalData bornOn(PersonId person, LocalDate birthDate) {
        return new PersonalData(person, birthDate, null, null);
    }

    /** Says nothing of the person: it could end up in a log file. */
    @Override
    public String toString() {
        return "PersonalData[" + person + "]";
    }
}
