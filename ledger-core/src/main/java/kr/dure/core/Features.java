package kr.dure.core;

import java.util.List;
import kr.dure.core.cleanhouse.CleanHouseFeature;
import kr.dure.core.fund.FundFeature;
import kr.dure.core.funding.FundingFeature;
import kr.dure.core.genesis.GenesisFeature;
import kr.dure.core.journal.JournalFeature;
import kr.dure.core.ledger.Feature;
import kr.dure.core.merchant.MerchantFeature;
import kr.dure.core.participation.ParticipationFeature;
import kr.dure.core.policy.PolicyFeature;
import kr.dure.core.programme.ProgrammeFeature;
import kr.dure.core.reversal.ReversalFeature;
import kr.dure.core.rulebook.RuleBookFeature;
import kr.dure.core.timebank.TimeBankFeature;
import kr.dure.core.wallet.WalletFeature;

/** Everything that this module knows of a town, in the order in which one builds on the other. */
public final class Features {
    private Features() {}

    public static List<Feature> all() {
        return List.of(
                new GenesisFeature(),
                new RuleBookFeature(),
                new JournalFeature(),
                new MerchantFeature(),
                new ProgrammeFeature(),
                new WalletFeature(),
                new FundingFeature(),
                new ParticipationFeature(),
                new PolicyFeature(),
                new CleanHouseFeature(),
                new TimeBankFeature(),
                new FundFeature(),
                new ReversalFeature());
    }
}
