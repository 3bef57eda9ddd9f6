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

/**
 * Sweeps what has expired out of all wallets, in one operation. Of the wallets that it is told to look at, only those that
 * hold something expired matter: what happens does not depend on how many more were named.
 */
public final class Expiry {
    private final Repository<Wallet> wallets;
    private final Repository<Ledger> ledger;

    public Expiry(Repository<Wallet> wallets, Repository<Ledger> ledger) {
        this.wallets = wallets;
        this.ledger = ledger;
    }

    @CommandHandler
    Outcome handle(ExpirePots expire, Moment now, ExpiringWallets expiring) {
        var due = expiring.withPotsExpiredBefore(now.date()).stream()
                .sorted(Comparator.comparing(WalletId::value))
                .map(candidate -> wallets.load(candidate.toString()))
                .filter(candidate -> candidate.invoke(wallet -> wallet.holdsExpired(now)))
                .toList();
        ledger.load(LedgerId.THE_LEDGER.toString()).execute(l -> l.sweep(now.date(), due.size()));
        due.forEach(holder -> holder.execute(wallet -> wallet.expire(now)));
        return Outcome.ACCEPTED;
    }
}
