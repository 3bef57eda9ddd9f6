package kr.dure.api.funding;

import java.time.Clock;
import kr.dure.api.funding.ChargeView.Status;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.ledger.Subject;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import kr.dure.core.wallet.WalletEvent.FundingReversed;

/** What became of a charge, found in the log. */
public final class ChargeFacts {
    private final Facts facts;
    private final Clock clock;

    public ChargeFacts(Facts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    ChargeView view(Found<ChargeRequested> found) {
        var request = found.fact();
        var cancelled = facts.latestOn(Subject.charge(request.charge()), ChargeCancelled.class);
        if (cancelled.isPresent()) {
            return ChargeView.of(request, Status.CANCELLED, cancelled.get());
        }
        var taken = facts.latestOn(Subject.order(request.charge()), DepositTaken.class);
        if (taken.isEmpty()) {
            return ChargeView.requested(found, clock.instant());
        }
        var funding = Subject.funding(taken.get().fact().deposit());
        return facts.latestOn(funding, FundingReversed.class)
                .map(reversed -> ChargeView.of(request, Status.REVERSED, reversed))
                .orElseGet(() -> ChargeView.of(request, Status.FUNDED, taken.get()));
    }
}
