package kr.dure.core.wallet;

import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;
import kr.dure.core.wallet.WalletCommand.CancelCharge;
import kr.dure.core.wallet.WalletEvent.Charged;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Finds the wallet of a charge that is to be cancelled. */
public final class Charges {
    private final Repository<Wallet> wallets;

    public Charges(Repository<Wallet> wallets) {
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(CancelCharge cancel, Moment now, Records records) {
        var charge = records.operation(cancel.charge(), Charged.class);
        if (charge.isEmpty()
                || records.latestOn(Subject.charge(cancel.charge())).isPresent()) {
            return new WalletRefusal.ChargeUnknown(cancel.charge());
        }
        Charged charged = charge.get().event();
        return wallets.load(charged.wallet().toString()).invoke(wallet -> wallet.cancel(charged, now));
    }
}
