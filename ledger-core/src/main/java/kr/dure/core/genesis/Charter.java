package kr.dure.core.genesis;

import java.time.Instant;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import org.jspecify.annotations.Nullable;

/** What the genesis event said, for as long as the ledger lives. */
public final class Charter implements RunningBook {
    private @Nullable LedgerOpened opened;

    /** Null before the ledger was opened. */
    public @Nullable LedgerOpened opened() {
        return opened;
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        if (event instanceof LedgerOpened genesis) {
            opened = genesis;
        }
    }
}
