package kr.dure.core.vault;

import kr.dure.core.id.PersonId;

/** Personal data as the vault keeps it: sealed with the person's own key, and that key wrapped by the master key. */
public record SealedPerson(PersonId person, byte[] wrappedKey, byte[] sealed) {}
