package kr.dure.core.cleanhouse;

import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Points;
import kr.dure.core.programme.Draw;

/** What happened to the points of a wallet. */
public sealed interface CleanHouseEvent extends LedgerEvent {
    WalletId wallet();

    /**
     * @param grams what the scale said
     * @param counted what of it counted that day
     * @param rate won per kilogram, doubled on a recycling day
     */
    @EventType("cleanhouse.DepositWeighed")
    record DepositWeighed(
            WalletId wallet,
            OperationId deposit,
            ProgrammeId programme,
            String site,
            String device,
            String material,
            long grams,
            long counted,
            long rate,
            Points points,
            List<Draw> draws,
            int rules)
            implements CleanHouseEvent {}

    @EventType("cleanhouse.PointsConverted")
    record PointsConverted(WalletId wallet, OperationId conversion, Points points) implements CleanHouseEvent {}

    @EventType("cleanhouse.BagsBought")
    record BagsBought(WalletId wallet, OperationId purchase, String site, int litres, long count, Points points)
            implements CleanHouseEvent {}
}
