package kr.dure.core.ledger;

import java.time.Instant;

/**
 * State that decisions need and no single aggregate holds, folded from every event on the writer's thread: merchants,
 * budgets, fund accounts. It asks nothing of a database and decides nothing.
 */
public interface RunningBook {
    void fold(LedgerEvent event, Instant at);
}
