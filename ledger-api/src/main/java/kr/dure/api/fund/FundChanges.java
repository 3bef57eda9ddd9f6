package kr.dure.api.fund;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.core.account.Posting;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.wallet.WalletEvent.ProjectFunded;
import kr.dure.core.wallet.WalletEvent.WalletOpened;

/** The fund's accounts: one for each dong where a wallet or a merchant is. */
public final class FundChanges implements Changes {
    private static final String ACCOUNT = "fund:";

    private final Set<String> named = new HashSet<>();
    private final Map<String, Moved> moved = new HashMap<>();

    @Override
    public void take(Fact fact) {
        for (Posting posting : fact.postings()) {
            if (posting.account().name().startsWith(ACCOUNT)) {
                add(posting.account().name().substring(ACCOUNT.length()), new Moved(posting.amount(), 0));
            }
        }
        switch (fact.event()) {
            case WalletOpened wallet -> named.add(wallet.dong().value());
            case MerchantRegistered merchant -> named.add(merchant.dong().value());
            case ProjectFunded funded ->
                add(funded.account().value(), new Moved(0, funded.pot().amount().value()));
            default -> {}
        }
    }

    private void add(String account, Moved change) {
        moved.merge(account, change, Moved::plus);
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, named).texts(account -> account).update("""
                insert into fund select account, 0, 0 from unnest(?) account on conflict (account) do nothing""");
        new Bulk<>(connection, moved.entrySet())
                .texts(Map.Entry::getKey)
                .longs(account -> account.getValue().balance())
                .longs(account -> account.getValue().spent())
                .updateEach("""
                        update fund f set balance = f.balance + c.balance, spent = f.spent + c.spent
                        from unnest(?, ?, ?) c (account, balance, spent) where f.account = c.account""");
    }

    private record Moved(long balance, long spent) {
        Moved plus(Moved other) {
            return new Moved(Math.addExact(balance, other.balance), Math.addExact(spent, other.spent));
        }
    }
}
