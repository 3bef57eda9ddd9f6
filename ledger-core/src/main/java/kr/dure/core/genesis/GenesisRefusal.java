package kr.dure.core.genesis;

import kr.dure.core.ledger.Refusal;

/** Why the ledger says no. */
public sealed interface GenesisRefusal extends Refusal {
    record LedgerExists(LedgerKind kind) implements GenesisRefusal {}
}
