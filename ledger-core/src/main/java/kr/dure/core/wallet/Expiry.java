package kr.dure.core.wallet;

import java.util.Comparator;
import kr.dure.core.genesis.Ledger;
import kr.dure.core.genesis.LedgerId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.wallet.WalletCommand.ExpirePots;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Sweeps what has expired out of all wallets, in one operation. */
public final class Expiry {
    private final Repository<Wallet> wallets;
    private final Repository<Ledger> ledger;

    public Expiry(Repository<Wallet> wallets, Repository<Ledger> ledger) {
        this.wallets = wallets;
        this.ledger = ledger;
    }

    @CommandHandler
    Outcome handle(ExpirePots expire, Moment now, ExpiringWallets expiring) {
        var candidates = expiring.withPotsExpiredBefore(now.date()).stream()
                .sorted(Comparator.comparing(WalletId::value))
                .toList();
        ledger.load(LedgerId.THE_LEDGER.toString()).execute(l -> l.sweep(now.date(), candidates.size()));
        for (WalletId candidate : candidates) {
            wallets.load(candidate.toString()).execute(wallet -> wallet.expire(now));
        }
        return Outcome.ACCEPTED;
    }
}
