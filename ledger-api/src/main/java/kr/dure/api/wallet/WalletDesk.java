package kr.dure.api.wallet;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.id.Dong;
import kr.dure.core.id.WalletId;
import kr.dure.core.vault.KeyedHash;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletCommand.OpenWallet;
import kr.dure.core.wallet.WalletCommand.UnfreezeWallet;
import kr.dure.core.wallet.WalletEvent;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import kr.dure.core.wallet.WalletEvent.WalletOpened;
import kr.dure.core.wallet.WalletEvent.WalletUnfrozen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wallets are opened, frozen and released. */
@RestController
@RequestMapping(WalletDesk.PATH)
public final class WalletDesk {
    static final String PATH = "/api/v1/wallets";

    private final Counter counter;
    private final KeyedHash hash;

    public WalletDesk(Counter counter, KeyedHash hash) {
        this.counter = counter;
        this.hash = hash;
    }

    /**
     * A wallet to open.
     *
     * @param person opaque proof of identity, always in the same spelling; must be there for residents. Its keyed hash
     *     alone is kept
     * @param birthDate goes to the vault of personal data
     */
    public record NewWallet(
            WalletId wallet,
            Holder holder,
            Dong dong,
            @Nullable Proof person,
            @Nullable LocalDate birthDate,
            @Nullable Boolean guardianConsent) {}

    /** Where a wallet stands after this. */
    public record WalletStanding(String wallet, boolean frozen, OffsetDateTime at, long position) {
        static WalletStanding of(Found<? extends WalletEvent> found, boolean frozen) {
            return new WalletStanding(
                    found.fact().wallet().value(), frozen, Times.korean(found.at()), found.position());
        }
    }

    @Refuses({"not-allowed", "wallet-exists", "person-has-wallet"})
    @PostMapping
    ResponseEntity<WalletStanding> open(@RequestBody NewWallet order, Write write) {
        write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        var person = order.person();
        if (order.holder() == Holder.RESIDENT && person == null) {
            throw Problem.invalid("/person", "must be there for a resident");
        }
        var command = new OpenWallet(
                order.wallet(),
                order.holder(),
                order.dong(),
                person == null ? null : hash.personHash(person.value()),
                order.birthDate(),
                Boolean.TRUE.equals(order.guardianConsent()));
        var opened = counter.submit(write, command, WalletOpened.class);
        return created(opened, false);
    }

    @Refuses({"not-allowed", "wallet-unknown"})
    @PostMapping("/{wallet}/freeze")
    ResponseEntity<WalletStanding> freeze(@PathVariable WalletId wallet, Write write) {
        write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        return created(counter.submit(write, new FreezeWallet(wallet), WalletFrozen.class), true);
    }

    @Refuses({"not-allowed", "wallet-unknown"})
    @PostMapping("/{wallet}/unfreeze")
    ResponseEntity<WalletStanding> unfreeze(@PathVariable WalletId wallet, Write write) {
        write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        return created(counter.submit(write, new UnfreezeWallet(wallet), WalletUnfrozen.class), false);
    }

    private static ResponseEntity<WalletStanding> created(Found<? extends WalletEvent> found, boolean frozen) {
        return Replies.created(
                found, PATH + "/" + Replies.segment(found.fact().wallet().value()), WalletStanding.of(found, frozen));
    }
}
