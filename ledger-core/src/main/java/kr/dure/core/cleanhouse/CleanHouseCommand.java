package kr.dure.core.cleanhouse;

import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.money.Points;

/** What can be asked of clean houses. */
public sealed interface CleanHouseCommand extends Command {
    WalletId wallet();

    @Override
    default List<StreamId> streams() {
        return List.of(wallet(), new PointsId(wallet()));
    }

    /**
     * Refused: {@code programme-unknown}, {@code wrong-kind}, {@code wallet-unknown}, {@code unknown-material},
     * {@code daily-cap}, {@code budget-exhausted}.
     */
    record Weigh(
            OperationId deposit,
            ProgrammeId programme,
            String site,
            String device,
            WalletId wallet,
            String material,
            long grams)
            implements CleanHouseCommand {}

    /**
     * Refused: {@code wallet-unknown}, {@code wallet-frozen}, {@code not-in-steps}, {@code insufficient-points}.
     */
    record ConvertPoints(OperationId conversion, WalletId wallet, Points points) implements CleanHouseCommand {}

    /** Refused: {@code wallet-unknown}, {@code wallet-frozen}, {@code insufficient-points}. */
    record BuyBags(OperationId purchase, WalletId wallet, String site, int litres, long count)
            implements CleanHouseCommand {}
}
