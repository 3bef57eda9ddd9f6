package kr.dure.core;

import java.util.List;
import kr.dure.core.cleanhouse.CleanHouseCommand;
import kr.dure.core.fund.FundCommand;
import kr.dure.core.funding.FundingCommand;
import kr.dure.core.ledger.Command;
import kr.dure.core.merchant.MerchantCommand;
import kr.dure.core.participation.ParticipationCommand;
import kr.dure.core.policy.PolicyCommand;
import kr.dure.core.programme.ProgrammeCommand;
import kr.dure.core.reversal.ReversalCommand;
import kr.dure.core.rulebook.RuleBookCommand;
import kr.dure.core.settlement.SettlementCommand;
import kr.dure.core.timebank.TimeBankCommand;
import kr.dure.core.wallet.WalletCommand;

/** Everything that can be asked of a town. */
public final class Commands {
    private Commands() {}

    /** The sealed families of all commands, those included whose handlers live in other modules. */
    public static List<Class<? extends Command>> families() {
        return List.of(
                CleanHouseCommand.class,
                FundCommand.class,
                FundingCommand.class,
                MerchantCommand.class,
                ParticipationCommand.class,
                PolicyCommand.class,
                ProgrammeCommand.class,
                ReversalCommand.class,
                RuleBookCommand.class,
                SettlementCommand.class,
                TimeBankCommand.class,
                WalletCommand.class);
    }
}
