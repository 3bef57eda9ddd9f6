package kr.dure.api.merchant;

import java.util.Set;
import java.util.stream.Stream;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Agreement;
import kr.dure.api.approval.Kind;
import kr.dure.api.merchant.MerchantDesk.NewMerchant;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;

/** Somebody applies for a shop, and an officer decides. */
public final class MerchantApplications implements Kind<NewMerchant> {
    @Override
    public String name() {
        return "merchant-application";
    }

    @Override
    public Class<NewMerchant> content() {
        return NewMerchant.class;
    }

    @Override
    public Set<Role> approvers() {
        return Set.of(Role.OFFICER);
    }

    /** The reasons of Act 7, those that the ledger knows among them. */
    @Override
    public Set<String> rules() {
        return Set.of("out-of-district", "excluded-trade", "barred", "not-as-stated");
    }

    /** Whoever owns the shop. */
    @Override
    public Stream<WalletId> beneficiaries(NewMerchant application) {
        var owners = application.owners();
        return owners == null ? Stream.empty() : owners.stream();
    }

    @Override
    public Command command(NewMerchant application, Agreement agreement) {
        return application.command();
    }
}
