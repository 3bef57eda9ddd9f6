package kr.dure.core.wallet;

import java.util.Optional;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Records;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.WalletCommand.CaptureHold;
import kr.dure.core.wallet.WalletCommand.VoidHold;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Finds the wallet of a hold that is to be captured or voided. */
public final class Holds {
    private final Repository<Wallet> wallets;

    public Holds(Repository<Wallet> wallets) {
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(CaptureHold capture, Moment now, RuleBook book, Merchants merchants, Records records) {
        var wallet = walletOf(capture.hold(), records);
        if (wallet.isEmpty()) {
            return new WalletRefusal.HoldUnknown(capture.hold());
        }
        return wallet.get().invoke(w -> w.capture(capture, now, book, merchants, records));
    }

    @CommandHandler
    Outcome handle(VoidHold release, Moment now, Records records) {
        var wallet = walletOf(release.hold(), records);
        if (wallet.isEmpty()) {
            return new WalletRefusal.HoldUnknown(release.hold());
        }
        return wallet.get().invoke(w -> w.release(release, now, records));
    }

    private Optional<Aggregate<Wallet>> walletOf(OperationId hold, Records records) {
        return records.operation(hold, HoldPlaced.class)
                .map(placed -> wallets.load(placed.event().wallet().toString()));
    }
}
