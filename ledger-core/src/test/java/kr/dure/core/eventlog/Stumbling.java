package kr.dure.core.eventlog;

import java.time.LocalDate;
import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletEvent.ConversionCredited;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** A fault of the program: it changes a wallet, and breaks off before its decision is made. */
final class Stumbling implements Feature {
    record Stumble(OperationId id, WalletId wallet) implements Command {
        @Override
        public List<WalletId> streams() {
            return List.of(wallet);
        }
    }

    static final class Stumbled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stumbled() {
            super("stumbled in the middle of a decision");
        }
    }

    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of();
    }

    @Override
    public void join(Assembly assembly) {
        assembly.handler(new Handler(assembly.repository(Wallet.class)));
    }

    private static final class Handler {
        private final Repository<Wallet> wallets;

        Handler(Repository<Wallet> wallets) {
            this.wallets = wallets;
        }

        @CommandHandler
        Outcome handle(Stumble stumble) {
            wallets.load(stumble.wallet().toString())
                    .execute(wallet -> wallet.receive(
                            PotKind.EARNED,
                            Won.of(1_000),
                            LocalDate.of(2040, 1, 1),
                            pot -> new ConversionCredited(stumble.wallet(), stumble.id(), pot)));
            throw new Stumbled();
        }
    }
}
