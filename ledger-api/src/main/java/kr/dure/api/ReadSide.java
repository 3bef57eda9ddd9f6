package kr.dure.api;

import java.util.List;
import kr.dure.api.activity.ActivityChanges;
import kr.dure.api.cleanhouse.PointChanges;
import kr.dure.api.fund.FundChanges;
import kr.dure.api.funding.OrderChanges;
import kr.dure.api.journal.BalanceTotals;
import kr.dure.api.journal.JournalChanges;
import kr.dure.api.merchant.MerchantChanges;
import kr.dure.api.programme.ProgrammeChanges;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.LogPages;
import kr.dure.api.projection.OnPoison;
import kr.dure.api.projection.ProjectionGroup;
import kr.dure.api.projection.Totals;
import kr.dure.api.settlement.BatchChanges;
import kr.dure.api.timebank.MemberChanges;
import kr.dure.api.wallet.PotChanges;
import kr.dure.api.wallet.PotTotals;
import kr.dure.api.wallet.WalletChanges;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;

/** Everything that the read side keeps. */
public final class ReadSide {
    /** The schema of the live tables. */
    public static final String SCHEMA = "read";

    private static final String MONEY = "money";

    /** The tables of all that moves value, beside {@code projection}, which all groups share. */
    public static final List<String> MONEY_TABLES = List.of(
            "posting",
            "balance",
            "daily_balance",
            "flow",
            "wallet",
            "pot",
            "hold",
            "point_account",
            "member",
            "merchant",
            "batch",
            "batch_item",
            "money_order",
            "fund",
            "programme",
            "programme_line");

    /** What a filling makes at its end. */
    public static final List<Totals> MONEY_TOTALS = List.of(new BalanceTotals(), new PotTotals());

    private ReadSide() {}

    /** The group of all that moves value, in the tables of a schema. */
    public static ProjectionGroup money(LogStore log, EventCodec codec, String schema) {
        return money(log::read, codec, schema);
    }

    public static ProjectionGroup money(LogPages log, EventCodec codec, String schema) {
        return new ProjectionGroup(MONEY, schema, OnPoison.HALT, log, codec, ReadSide::moneyChanges);
    }

    /** The group of what is only counted. */
    public static ProjectionGroup activity(LogStore log, EventCodec codec) {
        return new ProjectionGroup(
                "activity", SCHEMA, OnPoison.PARK, log::read, codec, () -> List.of(new ActivityChanges()));
    }

    private static List<Changes> moneyChanges() {
        return List.of(
                new JournalChanges(),
                new WalletChanges(),
                new PotChanges(),
                new PointChanges(),
                new MemberChanges(),
                new MerchantChanges(),
                new FundChanges(),
                new ProgrammeChanges(),
                new BatchChanges(),
                new OrderChanges());
    }
}
