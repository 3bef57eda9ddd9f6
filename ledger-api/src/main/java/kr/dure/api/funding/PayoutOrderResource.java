package kr.dure.api.funding;

import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.funding.MoneyOrder.Kind;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.core.id.WalletId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money back to residents, as it is owed. */
@RestController
@RequestMapping("/api/v1")
public final class PayoutOrderResource {
    private final OrderQuery orders;

    public PayoutOrderResource(OrderQuery orders) {
        this.orders = orders;
    }

    /** Of a wallet, the newest first. */
    @Refuses("not-allowed")
    @GetMapping("/wallets/{wallet}/payout-orders")
    Page<PayoutOrder> ofWallet(
            @PathVariable WalletId wallet, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustSee(wallet);
        var page = orders.of(Kind.PAYOUT, wallet, Page.before(cursor), Page.SIZE + 1);
        return Page.of(page, PayoutOrder::of, last -> last.found().position());
    }

    /** Of everybody, the newest first. */
    @Refuses("not-allowed")
    @GetMapping("/payout-orders")
    Page<PayoutOrder> all(@RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        var page = orders.all(Kind.PAYOUT, Page.before(cursor), Page.SIZE + 1);
        return Page.of(page, PayoutOrder::of, last -> last.found().position());
    }

    @Refuses({"not-found", "not-allowed"})
    @GetMapping("/payout-orders/{order}")
    PayoutOrder order(@PathVariable long order, Caller caller) {
        var found = orders.one(Kind.PAYOUT, order).orElseThrow(() -> Problem.of("not-found"));
        if (found.wallet() == null || !caller.sees(new WalletId(found.wallet()))) {
            caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        }
        return PayoutOrder.of(found);
    }
}
