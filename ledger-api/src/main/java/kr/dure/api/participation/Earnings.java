package kr.dure.api.participation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.log.Facts;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.participation.ParticipationEvent.PayoutApproved;
import kr.dure.core.wallet.WalletEvent.EarningsPaid;

/** What a programme has paid each wallet in a month, read from the log: a batch's payments stand right behind it. */
public final class Earnings {
    private final Facts facts;

    public Earnings(Facts facts) {
        this.facts = facts;
    }

    Map<WalletId, Long> of(ProgrammeId programme, YearMonth month) {
        Map<WalletId, Long> earned = new HashMap<>();
        var from = Moment.startOf(month.atDay(1));
        for (var batch : facts.firstsSince("payout", from, PayoutApproved.class)) {
            var approved = batch.fact();
            if (approved.programme().equals(programme)) {
                facts.between(batch.position(), batch.position() + approved.items(), EarningsPaid.class).stream()
                        .map(found -> found.fact())
                        .filter(paid -> paid.payout().equals(approved.payout()))
                        .forEach(paid ->
                                earned.merge(paid.wallet(), paid.pot().amount().value(), Math::addExact));
            }
        }
        return earned;
    }
}
