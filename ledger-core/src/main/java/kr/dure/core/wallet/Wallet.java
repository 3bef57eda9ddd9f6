package kr.dure.core.wallet;

import static java.util.Objects.requireNonNull;
import static kr.dure.core.ledger.Outcome.ACCEPTED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.ledger.Subject;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.wallet.WalletCommand.*;
import kr.dure.core.wallet.WalletEvent.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A wallet decides. Every decision reads the same way: holds that are due lapse, the rules that can say no are asked in
 * their documented order, and then one fact is applied. After the last "no" nothing can fail any more.
 */
@AggregateRoot
public class Wallet {
    @AggregateIdentifier
    private @Nullable WalletId id;

    private WalletState state = new WalletState();

    // ------------------------------------------------------------------------------------------------ opening

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(OpenWallet open, Moment now, RuleBook book, Records records) {
        if (isOpen()) {
            return new WalletRefusal.WalletExists(open.wallet());
        }
        String person = open.personHash();
        if (person != null && records.latestOn(Subject.person(person)).isPresent()) {
            return new WalletRefusal.PersonHasWallet(open.wallet());
        }
        apply(new WalletOpened(
                open.wallet(),
                open.holder(),
                open.dong(),
                person,
                ageClass(open.birthDate(), now.date(), book.on(now.date())),
                open.guardianConsent()));
        return ACCEPTED;
    }

    private static AgeClass ageClass(@Nullable LocalDate birthDate, LocalDate today, Rules rules) {
        if (birthDate == null) {
            return AgeClass.UNKNOWN;
        }
        LocalDate ofAge = birthDate.plusYears(rules.timeBank().consentUnder());
        return ofAge.isAfter(today) ? AgeClass.MINOR : AgeClass.ADULT;
    }

    @CommandHandler
    Outcome handle(FreezeWallet freeze) {
        if (!isOpen()) {
            return new WalletRefusal.WalletUnknown(freeze.wallet());
        }
        apply(new WalletFrozen(freeze.wallet()));
        return ACCEPTED;
    }

    @CommandHandler
    Outcome handle(UnfreezeWallet unfreeze) {
        if (!isOpen()) {
            return new WalletRefusal.WalletUnknown(unfreeze.wallet());
        }
        apply(new WalletUnfrozen(unfreeze.wallet()));
        return ACCEPTED;
    }

    // ------------------------------------------------------------------------------------------------ charging

    @CommandHandler
    Outcome handle(Charge charge, Moment now, RuleBook book, Records records) {
        lapseDueHolds(now);
        var rules = book.on(now.date());
        var no = checks().toHold(charge.wallet());
        if (no != null) {
            return no;
        }
        if (records.latestOn(Subject.funding(charge.funding())).isPresent()) {
            return new WalletRefusal.FundingUsed(charge.funding());
        }
        no = checks().limits(charge.amount(), now, rules);
        if (no != null) {
            return no;
        }
        charge(charge, now, rules);
        return ACCEPTED;
    }

    /** {@code wallet-unknown}, {@code not-a-resident} or {@code wallet-frozen}: who may not buy local currency at all. */
    public @Nullable Refusal refusalToHold(WalletId wallet) {
        return checks().toHold(wallet);
    }

    /** {@code monthly-purchase-limit} or {@code holding-limit}. */
    public @Nullable Refusal refusalOfLimits(Won amount, Moment now, Rules rules) {
        return checks().limits(amount, now, rules);
    }

    /** @param rules of the day on which the charge was asked for */
    public void charge(Charge charge, Moment now, Rules rules) {
        lapseDueHolds(now);
        apply(Charging.fact(state, charge, now, rules));
    }

    /** The bank takes back what paid for a charge. */
    public void reverse(Charged charge, Moment now) {
        lapseDueHolds(now);
        apply(GivingBack.reversed(state, charge));
    }

    /** Refused: {@code wallet-frozen}, {@code charge-too-old}, {@code charge-touched}. */
    public Outcome cancel(Charged charge, Moment now) {
        lapseDueHolds(now);
        if (isFrozen()) {
            return new WalletRefusal.WalletFrozen(charge.wallet());
        }
        if (now.isAfter(charge.cancellableUntil())) {
            return new WalletRefusal.ChargeTooOld(charge.charge(), charge.cancellableUntil());
        }
        Pot pot = state.pots.find(charge.pot().pot());
        if (pot == null || pot.touched()) {
            return new WalletRefusal.ChargeTouched(charge.charge());
        }
        apply(new ChargeCancelled(
                charge.wallet(),
                charge.charge(),
                pot.number(),
                charge.amount(),
                charge.paid(),
                charge.fundPart(),
                charge.fund(),
                incentiveOf(pot).giveBack(charge.nation().plus(charge.city()))));
        return ACCEPTED;
    }

    // ------------------------------------------------------------------------------------------------ paying

    @CommandHandler
    Outcome handle(PayMerchant pay, Moment now, RuleBook book, Merchants merchants) {
        lapseDueHolds(now);
        var no = checks().toSpend(pay.wallet(), pay.merchant(), pay.amount(), now, merchants);
        if (no != null) {
            return no;
        }
        var merchant = requireNonNull(merchants.find(pay.merchant()));
        apply(new Paying(state, merchant, now, book.on(now.date())).fact(pay));
        return ACCEPTED;
    }

    @CommandHandler
    Outcome handle(PlaceHold place, Moment now, RuleBook book, Merchants merchants) {
        lapseDueHolds(now);
        var no = checks().toSpend(place.wallet(), place.merchant(), place.amount(), now, merchants);
        if (no != null) {
            return no;
        }
        var merchant = requireNonNull(merchants.find(place.merchant()));
        apply(new HoldPlaced(
                place.wallet(),
                place.hold(),
                place.merchant(),
                place.amount(),
                state.pots.select(place.amount(), Paying.takenBy(merchant), now.date()),
                now.at().plus(Duration.ofMinutes(book.on(now.date()).holdMinutes()))));
        return ACCEPTED;
    }

    // ------------------------------------------------------------------------------------------------ holds

    Outcome capture(CaptureHold capture, Moment now, RuleBook book, Merchants merchants, Records records) {
        lapseDueHolds(now);
        var hold = state.holds.get(capture.hold());
        if (hold == null) {
            return WalletChecks.endOf(capture.hold(), records);
        }
        if (capture.amount().isMoreThan(hold.amount())) {
            return new WalletRefusal.CaptureExceedsHold(hold.amount(), capture.amount());
        }
        var merchant = requireNonNull(merchants.find(hold.merchant()));
        apply(new Paying(state, merchant, now, book.on(now.date())).fact(requireNonNull(id), capture, hold));
        return ACCEPTED;
    }

    Outcome release(VoidHold command, Moment now, Records records) {
        lapseDueHolds(now);
        var hold = state.holds.get(command.hold());
        if (hold == null) {
            return WalletChecks.endOf(command.hold(), records);
        }
        apply(new HoldVoided(requireNonNull(id), hold.id(), hold.amount()));
        return ACCEPTED;
    }

    private void lapseDueHolds(Moment now) {
        if (state.holds.isEmpty()) {
            return;
        }
        for (Hold hold : List.copyOf(state.holds.values())) {
            if (!now.isBefore(hold.lapsesAt())) {
                apply(new HoldLapsed(requireNonNull(id), hold.id(), hold.amount()));
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ refunds

    Outcome refund(RefundPayment refund, Recorded<MerchantPaid> payment, Won before, Moment now, RuleBook book) {
        lapseDueHolds(now);
        boolean balanceRefundedSince = !state.lastBalanceRefund.isBefore(payment.at());
        apply(new Refund(state, payment.event(), balanceRefundedSince, now, book.on(now.date()))
                .event(refund.refund(), before, refund.amount()));
        return ACCEPTED;
    }

    @CommandHandler
    Outcome handle(RefundBalance refund, Moment now, RuleBook book) {
        lapseDueHolds(now);
        if (!isOpen()) {
            return new WalletRefusal.WalletUnknown(refund.wallet());
        }
        if (isFrozen()) {
            return new WalletRefusal.WalletFrozen(refund.wallet());
        }
        Won refundable = state.pots.spendable(PotKind.BOUGHT, now.date());
        if (refundable.isZero()) {
            return new WalletRefusal.NothingToRefund(refund.wallet());
        }
        var last = state.charges.getLast();
        Won spent = state.purchasedSpent.minus(last.spentBefore());
        if (!book.on(now.date()).balanceRefund().isEnough(spent, last.base())) {
            return new WalletRefusal.NotEnoughSpent(spent, last.base());
        }
        apply(GivingBack.balance(state, refund, state.pots.select(refundable, PotKind.BOUGHT, now.date())));
        return ACCEPTED;
    }

    // ------------------------------------------------------------------------------------------------ giving

    @Nullable
    Refusal refusalToGive(Won amount, Moment now) {
        lapseDueHolds(now);
        if (isFrozen()) {
            return new WalletRefusal.WalletFrozen(requireNonNull(id));
        }
        return checks().insufficient(amount, PotKind.GIFTABLE, now);
    }

    @Nullable
    Refusal refusalToReceive(Won amount, Moment now, Rules rules) {
        lapseDueHolds(now);
        Won received = state.giftsReceived.in(now.month());
        if (received.plus(amount).isMoreThan(rules.giftReceiveLimit())) {
            return new WalletRefusal.GiftReceiveLimit(received, amount, rules.giftReceiveLimit());
        }
        return checks().holdingLimit(amount, rules);
    }

    /** @return for each pot used, the amount and what the receiver's pot inherits */
    List<NewPot> give(SendGift gift, Moment now) {
        var uses = state.pots.select(gift.amount(), PotKind.GIFTABLE, now.date());
        List<NewPot> given = new ArrayList<>(uses.size());
        for (PotUse use : uses) {
            Pot pot = state.pots.get(use.pot());
            given.add(new NewPot(0, PotKind.GIFT, use.amount(), pot.expiresOn(), pot.renewed(), null, null));
        }
        apply(new GiftSent(gift.from(), gift.gift(), gift.to(), gift.amount(), uses));
        return given;
    }

    void receive(SendGift gift, List<NewPot> given) {
        long number = state.pots.next();
        List<NewPot> pots = new ArrayList<>(given.size());
        for (NewPot pot : given) {
            pots.add(new NewPot(number++, pot.kind(), pot.amount(), pot.expiresOn(), pot.renewed(), null, null));
        }
        apply(new GiftReceived(gift.to(), gift.gift(), gift.from(), gift.amount(), pots));
    }

    /** Refused: {@code wallet-frozen}, {@code insufficient-balance}. Any kind of money may be donated. */
    public Outcome donate(OperationId donation, FundAccount account, Won amount, Moment now) {
        lapseDueHolds(now);
        if (isFrozen()) {
            return new WalletRefusal.WalletFrozen(requireNonNull(id));
        }
        var no = checks().insufficient(amount, PotKind.ALL, now);
        if (no != null) {
            return no;
        }
        var uses = state.pots.select(amount, PotKind.ALL, now.date());
        apply(new Donated(requireNonNull(id), donation, account, amount, uses));
        return ACCEPTED;
    }

    // ------------------------------------------------------------------------------------------------ receiving

    /** A pot is made for this wallet, by the fact that the giver states. Frozen wallets receive too. */
    public void receive(PotKind kind, Won amount, LocalDate expiresOn, Function<NewPot, WalletEvent> fact) {
        apply(fact.apply(NewPot.of(state.pots.next(), kind, amount, expiresOn)));
    }

    // ------------------------------------------------------------------------------------------------ expiry

    /** Held money counts, for its hold may have lapsed. */
    boolean holdsExpired(Moment now) {
        return state.pots.all().stream().anyMatch(pot -> pot.left().isPositive() && pot.isExpired(now.date()));
    }

    void expire(Moment now) {
        lapseDueHolds(now);
        var parts = GivingBack.expired(state, now.date());
        if (!parts.isEmpty()) {
            apply(new PotsExpired(requireNonNull(id), now.date(), parts));
        }
    }

    // ------------------------------------------------------------------------------------------------ state

    public boolean isOpen() {
        return id != null;
    }

    public boolean isFrozen() {
        return state.frozen;
    }

    public boolean isResident() {
        return state.holder == Holder.RESIDENT;
    }

    public Dong dong() {
        return requireNonNull(state.dong);
    }

    public AgeClass age() {
        return state.age;
    }

    public boolean hasGuardianConsent() {
        return state.guardianConsent;
    }

    /** What a programme paid this wallet in a month. */
    public Won earned(ProgrammeId programme, Moment now) {
        return state.earned.getOrDefault(programme, MonthSum.NONE).in(now.month());
    }

    private WalletChecks checks() {
        return new WalletChecks(id, state);
    }

    private Incentive incentiveOf(Pot pot) {
        return requireNonNull(state.incentives.get(requireNonNull(pot.incentive())));
    }

    @EventSourcingHandler
    void on(WalletEvent event, @Timestamp Instant at) {
        id = event.wallet();
        state.fold(event, at);
    }
}
