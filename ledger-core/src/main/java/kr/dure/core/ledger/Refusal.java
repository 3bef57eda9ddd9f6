package kr.dure.core.ledger;

/** A "no": a type named after the rule that holds, with the figures that show it. Each feature seals its own. */
public non-sealed interface Refusal extends Outcome {
    /** The stable code of the rule: the type's name in kebab case, {@code InsufficientBalance} → {@code insufficient-balance}. */
    default String code() {
        return RefusalCodes.of(getClass());
    }
}
