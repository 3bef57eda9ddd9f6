package kr.dure.core.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.Reference;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;
import kr.dure.core.programme.Draw;
import org.jspecify.annotations.Nullable;

/** What happened to a wallet. Every figure that was decided stands here; a replay decides nothing anew. */
public sealed interface WalletEvent extends LedgerEvent {
    WalletId wallet();

    /** @param personHash keyed hash of the proof of identity, of residents */
    @EventType("wallet.WalletOpened")
    record WalletOpened(
            WalletId wallet,
            Holder holder,
            Dong dong,
            @Nullable String personHash,
            AgeClass age,
            boolean guardianConsent)
            implements WalletEvent {
        @Override
        public @Nullable Subject subject() {
            return personHash == null ? null : Subject.person(personHash);
        }
    }

    @EventType("wallet.WalletFrozen")
    record WalletFrozen(WalletId wallet) implements WalletEvent {}

    @EventType("wallet.WalletUnfrozen")
    record WalletUnfrozen(WalletId wallet) implements WalletEvent {}

    /**
     * Local currency was bought.
     *
     * @param paid what the resident paid
     * @param fundPart the part of the incentive that went to {@code fund}
     */
    @EventType("wallet.Charged")
    record Charged(
            WalletId wallet,
            OperationId charge,
            FundingRef funding,
            Won amount,
            Won paid,
            Won nation,
            Won city,
            Won fundPart,
            FundAccount fund,
            NewPot pot,
            Instant cancellableUntil,
            int rules)
            implements WalletEvent {
        @Override
        public Subject subject() {
            return Subject.funding(funding);
        }
    }

    @EventType("wallet.ChargeCancelled")
    record ChargeCancelled(
            WalletId wallet,
            OperationId charge,
            long pot,
            Won amount,
            Won paidBack,
            Won fundBack,
            FundAccount fund,
            GoneBack incentive)
            implements WalletEvent {
        @Override
        public Subject subject() {
            return Subject.charge(charge);
        }
    }

    /**
     * The bank or card company took back what had paid for a charge. The wallet is frozen.
     *
     * @param amount what was left of the charge's pot, and leaves it
     * @param paid what the bank took back
     * @param claim what the resident owes for what was spent
     * @param incentive what of the discount goes back to its payers; none if the pot is gone
     */
    @EventType("wallet.FundingReversed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FundingReversed(
            WalletId wallet,
            OperationId charge,
            FundingRef funding,
            long pot,
            Won amount,
            Won paid,
            Won claim,
            @Nullable GoneBack incentive)
            implements WalletEvent {
        @Override
        public Subject subject() {
            return Subject.funding(funding);
        }
    }

    @EventType("wallet.PolicyGranted")
    record PolicyGranted(WalletId wallet, OperationId grant, ProgrammeId programme, List<Draw> draws, NewPot pot)
            implements WalletEvent {}

    @EventType("wallet.EarningsPaid")
    record EarningsPaid(
            WalletId wallet, OperationId payout, ProgrammeId programme, long minutes, List<Draw> draws, NewPot pot)
            implements WalletEvent {}

    @EventType("wallet.ConversionCredited")
    record ConversionCredited(WalletId wallet, OperationId conversion, NewPot pot) implements WalletEvent {}

    /**
     * A merchant was paid.
     *
     * @param from the pots used, in order
     * @param contribution the merchant's, to {@code fund}
     * @param hold the hold that was captured, if any
     * @param released what of the hold was not captured and is free again
     * @param reference the merchant's own word for it; since revision 2
     */
    @EventType(value = "wallet.MerchantPaid", revision = 2)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MerchantPaid(
            WalletId wallet,
            OperationId payment,
            MerchantId merchant,
            Won amount,
            List<PotUse> from,
            Won contribution,
            FundAccount fund,
            @Nullable CashbackGiven cashback,
            @Nullable OperationId hold,
            @Nullable Won released,
            Instant refundableUntil,
            int rules,
            @Nullable Reference reference)
            implements WalletEvent {
        @Override
        public @Nullable Subject subject() {
            return hold == null ? null : Subject.hold(hold);
        }
    }

    @EventType("wallet.HoldPlaced")
    record HoldPlaced(
            WalletId wallet, OperationId hold, MerchantId merchant, Won amount, List<PotUse> from, Instant lapsesAt)
            implements WalletEvent {}

    @EventType("wallet.HoldVoided")
    record HoldVoided(WalletId wallet, OperationId hold, Won amount) implements WalletEvent {
        @Override
        public Subject subject() {
            return Subject.hold(hold);
        }
    }

    @EventType("wallet.HoldLapsed")
    record HoldLapsed(WalletId wallet, OperationId hold, Won amount) implements WalletEvent {
        @Override
        public boolean ofTime() {
            return true;
        }

        @Override
        public Subject subject() {
            return Subject.hold(hold);
        }
    }

    /**
     * A payment, or a part of it, was given back.
     *
     * @param refundedSoFar of the payment, this refund included
     * @param contributionBack what {@code merchantFund} gave back to the merchant
     * @param restored into the pots that are still good, in order
     * @param renewed into new pots, for those that are not
     * @param purchasedRestored what of the refund the payment had taken from PURCHASED pots
     * @param cashback what went back of the payment's own cashback
     * @param returned what went back to payers of expired CASHBACK pots
     * @param expired what went to the operating account
     */
    @EventType("wallet.PaymentRefunded")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentRefunded(
            WalletId wallet,
            OperationId refund,
            OperationId payment,
            MerchantId merchant,
            Won amount,
            Won refundedSoFar,
            Won contributionBack,
            FundAccount merchantFund,
            List<PotUse> restored,
            List<NewPot> renewed,
            Won purchasedRestored,
            @Nullable CashbackTakenBack cashback,
            List<GoneBack> returned,
            Won expired)
            implements WalletEvent {
        @Override
        public Subject subject() {
            return Subject.payment(payment);
        }
    }

    @EventType("wallet.GiftSent")
    record GiftSent(WalletId wallet, OperationId gift, WalletId to, Won amount, List<PotUse> from)
            implements WalletEvent {}

    @EventType("wallet.GiftReceived")
    record GiftReceived(WalletId wallet, OperationId gift, WalletId from, Won amount, List<NewPot> pots)
            implements WalletEvent {}

    @EventType("wallet.Donated")
    record Donated(WalletId wallet, OperationId donation, FundAccount account, Won amount, List<PotUse> from)
            implements WalletEvent {}

    /** Fund money reached a project's wallet. */
    @EventType("wallet.ProjectFunded")
    record ProjectFunded(
            WalletId wallet,
            OperationId disbursement,
            FundAccount account,
            StaffId proposedBy,
            StaffId approvedBy,
            NewPot pot)
            implements WalletEvent {}

    /** @param paid money back to the resident, of all parts together */
    @EventType("wallet.BalanceRefunded")
    record BalanceRefunded(WalletId wallet, OperationId refund, Won paid, List<PotRefunded> parts)
            implements WalletEvent {}

    @EventType("wallet.PotsExpired")
    record PotsExpired(WalletId wallet, LocalDate sweptOn, List<PotExpired> parts) implements WalletEvent {}

    /**
     * The cashback of one payment.
     *
     * @param base what of the payment counted for it
     * @param fundPart the part that went to {@code fund}
     * @param pot the resident's part, or none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CashbackGiven(
            Won base,
            Won nation,
            Won city,
            Won residentPart,
            Won fundPart,
            FundAccount fund,
            @Nullable NewPot pot) {}

    /**
     * What a refund takes back of the payment's cashback.
     *
     * @param pot the payment's CASHBACK pot, or 0
     * @param fromPot what that pot gave
     * @param fromRestored what the restored money gave instead
     * @param fundBack what {@code fund} gave
     */
    record CashbackTakenBack(
            long pot, Won fromPot, Won fromRestored, Won fundBack, FundAccount fund, GoneBack incentive) {}

    /** @param paid what of {@code amount} was paid out in money; the rest went back as incentive */
    record PotRefunded(long pot, Won amount, Won paid, GoneBack incentive) {}

    /** @param incentive of CASHBACK, or null: all of it to the operating account */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PotExpired(
            long pot, PotKind kind, Won amount, @Nullable GoneBack incentive) {}
}
