package kr.dure.api.wallet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.core.wallet.WalletEvent.FundingReversed;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import kr.dure.core.wallet.WalletEvent.WalletOpened;
import kr.dure.core.wallet.WalletEvent.WalletUnfrozen;

/** Wallets that were opened, frozen or unfrozen. */
public final class WalletChanges implements Changes {
    private final List<Opened> opened = new ArrayList<>();
    private final Map<String, Boolean> frozen = new HashMap<>();

    @Override
    public void take(Fact fact) {
        switch (fact.event()) {
            case WalletOpened wallet -> opened.add(new Opened(wallet, fact.nanos()));
            case WalletFrozen(var wallet) -> frozen.put(wallet.value(), true);
            case FundingReversed reversed -> frozen.put(reversed.wallet().value(), true);
            case WalletUnfrozen(var wallet) -> frozen.put(wallet.value(), false);
            default -> {}
        }
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, opened)
                .texts(wallet -> wallet.event().wallet().value())
                .texts(wallet -> wallet.event().holder().name())
                .texts(wallet -> wallet.event().dong().value())
                .texts(wallet -> wallet.event().age().name())
                .flags(wallet -> wallet.event().guardianConsent())
                .longs(Opened::at)
                .update("""
                        insert into wallet (wallet, holder, dong, age, guardian_consent, frozen, opened_at)
                        select wallet, holder, dong, age, consent, false, at
                        from unnest(?, ?, ?, ?, ?, ?) w (wallet, holder, dong, age, consent, at)""");
        new Bulk<>(connection, frozen.entrySet())
                .texts(Map.Entry::getKey)
                .flags(Map.Entry::getValue)
                .updateEach("""
                        update wallet w set frozen = f.frozen
                        from unnest(?, ?) f (wallet, frozen) where w.wallet = f.wallet""");
    }

    private record Opened(WalletOpened event, long at) {}
}
