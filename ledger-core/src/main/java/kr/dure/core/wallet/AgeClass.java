package kr.dure.core.wallet;

/** What an event may say of a resident's age: decided once, at the opening. The birth date itself stays in the vault. */
public enum AgeClass {
    /** Of age at the opening, and so for ever. */
    ADULT,
    /** Under age at the opening: what holds later is asked of the vault. */
    MINOR,
    /** Without a birth date on record, or an institution. */
    UNKNOWN
}
