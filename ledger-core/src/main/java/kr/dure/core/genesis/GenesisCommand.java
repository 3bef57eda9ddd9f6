package kr.dure.core.genesis;

import java.util.List;
import kr.dure.core.ledger.Command;

/** What can be asked of the ledger as a whole. */
public sealed interface GenesisCommand extends Command {
    default LedgerId ledger() {
        return LedgerId.THE_LEDGER;
    }

    @Override
    default List<LedgerId> streams() {
        return List.of(LedgerId.THE_LEDGER);
    }

    /** Opens the ledger. Refused: {@code ledger-exists}. */
    record OpenLedger(LedgerKind kind, String keyFingerprint) implements GenesisCommand {}
}
