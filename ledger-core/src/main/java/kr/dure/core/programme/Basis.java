package kr.dure.core.programme;

/** On what ground a programme pays. */
public enum Basis {
    CONTRIBUTION,
    /** Never allowed: wages are paid in money (Labour Standards Act 43(1)). */
    WAGE,
    GRANT
}
