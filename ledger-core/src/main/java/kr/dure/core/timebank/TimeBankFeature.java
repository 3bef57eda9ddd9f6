package kr.dure.core.timebank;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Members and their minutes. */
public final class TimeBankFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(TimeBankEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        var members = assembly.aggregate(Member.class, "member", Member::new);
        assembly.handler(new TimeBank(assembly.repository(Wallet.class), members));
    }
}
