package kr.dure.core.vault;

import java.util.Optional;
import kr.dure.core.id.PersonId;

/** Personal data for the few decisions that depend on it. */
public interface People {
    /** Empty for a person who was never known or has been erased. */
    Optional<PersonalData> find(PersonId person);
}
