package kr.dure.core.participation;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Payout batches. */
public final class ParticipationFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(ParticipationEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        var payouts = assembly.aggregate(Payout.class, "payout", Payout::new);
        assembly.handler(new Payouts(assembly.repository(Wallet.class), payouts));
    }
}
