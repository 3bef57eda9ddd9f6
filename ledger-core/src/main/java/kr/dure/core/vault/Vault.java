package kr.dure.core.vault;

/** Seals personal data, each person under a key of their own, and opens it again. */
public interface Vault {
    SealedPerson seal(PersonalData data);

    /** @throws VaultException if the data was not sealed by this vault, or was changed since */
    PersonalData open(SealedPerson sealed);
}
