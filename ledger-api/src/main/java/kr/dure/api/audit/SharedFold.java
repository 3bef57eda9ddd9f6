package kr.dure.api.audit;

import java.sql.SQLException;
import kr.dure.api.projection.Fact;

/** What many wallets share: merchants, batches, fund, programmes. */
final class SharedFold {
    private final JournalFold journal;
    private final MerchantFold merchants = new MerchantFold();
    private final BatchFold batches = new BatchFold();
    private final FundFold fund = new FundFold();
    private final ProgrammeFold programmes = new ProgrammeFold();

    SharedFold(JournalFold journal) {
        this.journal = journal;
    }

    void fold(Fact fact) {
        merchants.fold(fact);
        batches.fold(fact);
        fund.fold(fact);
        programmes.fold(fact);
    }

    void compare(Comparison tables) throws SQLException {
        batches.compare(tables);
        merchants.compare(tables, journal, batches.shares());
        fund.compare(tables, journal);
        programmes.compare(tables, journal);
    }
}
