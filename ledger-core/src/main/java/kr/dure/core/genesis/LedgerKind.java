package kr.dure.core.genesis;

/** What a ledger is for, decided once. */
public enum LedgerKind {
    /** Real money and the machine's own clock. */
    PRODUCTION,
    /** A made-up town: takes town files and the time that they tell. */
    SIMULATION
}
