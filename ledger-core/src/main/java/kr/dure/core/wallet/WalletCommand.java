package kr.dure.core.wallet;

import java.time.LocalDate;
import java.util.List;
import kr.dure.core.id.Dong;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.PersonId;
import kr.dure.core.id.Reference;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;
import kr.dure.core.vault.PersonalData;
import org.jspecify.annotations.Nullable;

/** What can be asked of wallets. Each lists its refusals in order of precedence. */
public sealed interface WalletCommand extends Command {

    /** A command that one wallet decides. */
    sealed interface OfOneWallet extends WalletCommand {
        WalletId wallet();

        @Override
        default List<WalletId> streams() {
            return List.of(wallet());
        }
    }

    /**
     * Refused: {@code wallet-exists}, {@code person-has-wallet}.
     *
     * @param personHash keyed hash of the opaque proof of identity; must for residents
     * @param birthDate goes to the vault, never into an event
     */
    record OpenWallet(
            WalletId wallet,
            Holder holder,
            Dong dong,
            @Nullable String personHash,
            @Nullable LocalDate birthDate,
            boolean guardianConsent)
            implements OfOneWallet {
        @Override
        public List<Subject> subjects() {
            return personHash == null ? List.of() : List.of(Subject.person(personHash));
        }

        @Override
        public @Nullable PersonalData personalData() {
            return birthDate == null ? null : PersonalData.bornOn(PersonId.holderOf(wallet), birthDate);
        }
    }

    /** Refused: {@code wallet-unknown}. */
    record FreezeWallet(WalletId wallet) implements OfOneWallet {}

    /** Refused: {@code wallet-unknown}. */
    record UnfreezeWallet(WalletId wallet) implements OfOneWallet {}

    /**
     * Buys local currency (충전). Refused: {@code wallet-unknown}, {@code not-a-resident}, {@code wallet-frozen},
     * {@code funding-used}, {@code monthly-purchase-limit}, {@code holding-limit}.
     *
     * @param amount face value
     */
    record Charge(OperationId charge, WalletId wallet, Won amount, FundingRef funding) implements OfOneWallet {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.funding(funding));
        }
    }

    /**
     * Refused: {@code charge-unknown} (or cancelled already), {@code wallet-frozen}, {@code charge-too-old},
     * {@code charge-touched}.
     */
    record CancelCharge(OperationId charge) implements WalletCommand {
        @Override
        public List<OperationId> operations() {
            return List.of(charge);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.charge(charge));
        }
    }

    /**
     * Pays a merchant. Refused: {@code wallet-unknown}, {@code merchant-unknown}, {@code merchant-suspended},
     * {@code own-merchant}, {@code wallet-frozen}, {@code insufficient-balance}.
     *
     * @param reference the merchant's own word for it, such as an order's number
     */
    record PayMerchant(
            OperationId payment,
            WalletId wallet,
            MerchantId merchant,
            Won amount,
            @Nullable Reference reference) implements OfOneWallet {
        public PayMerchant(OperationId payment, WalletId wallet, MerchantId merchant, Won amount) {
            this(payment, wallet, merchant, amount, null);
        }
    }

    /** Reserves money for a merchant. Refused as {@link PayMerchant}. */
    record PlaceHold(OperationId hold, WalletId wallet, MerchantId merchant, Won amount) implements OfOneWallet {}

    /**
     * Turns a hold, or a part of it, into a payment. Refused: {@code hold-unknown}, {@code hold-closed},
     * {@code hold-lapsed}, {@code capture-exceeds-hold}.
     */
    record CaptureHold(OperationId payment, OperationId hold, Won amount) implements WalletCommand {
        @Override
        public List<OperationId> operations() {
            return List.of(hold);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.hold(hold));
        }
    }

    /** Refused: {@code hold-unknown}, {@code hold-closed}, {@code hold-lapsed}. */
    record VoidHold(OperationId hold) implements WalletCommand {
        @Override
        public List<OperationId> operations() {
            return List.of(hold);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.hold(hold));
        }
    }

    /**
     * Gives a payment, or a part of it, back. Refused: {@code payment-unknown}, {@code refund-too-old},
     * {@code refund-exceeds-payment}, {@code merchant-funds-insufficient}.
     */
    record RefundPayment(OperationId refund, OperationId payment, Won amount) implements WalletCommand {
        @Override
        public List<OperationId> operations() {
            return List.of(payment);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.payment(payment));
        }
    }

    /**
     * Refused: {@code wallet-unknown} (either), {@code same-wallet}, {@code not-a-resident} (either),
     * {@code wallet-frozen} (giver), {@code insufficient-balance}, {@code gift-receive-limit}, {@code holding-limit}.
     */
    record SendGift(OperationId gift, WalletId from, WalletId to, Won amount) implements WalletCommand {
        @Override
        public List<WalletId> streams() {
            return List.of(from, to);
        }
    }

    /**
     * Pays the rest back in money (잔액환불). Refused: {@code wallet-unknown}, {@code wallet-frozen},
     * {@code nothing-to-refund}, {@code not-enough-spent}.
     */
    record RefundBalance(OperationId refund, WalletId wallet) implements OfOneWallet {}

    /** Sweeps what has expired out of wallets. Never refused. */
    record ExpirePots() implements WalletCommand {
        @Override
        public boolean sweepsExpired() {
            return true;
        }
    }
}
