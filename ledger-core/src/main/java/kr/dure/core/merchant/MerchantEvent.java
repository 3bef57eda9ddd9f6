package kr.dure.core.merchant;

import java.util.List;
import kr.dure.core.id.Dong;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;

/** What happened to a merchant. */
public sealed interface MerchantEvent extends LedgerEvent {
    MerchantId merchant();

    /** @param policyOnly may take POLICY money and nothing else */
    @EventType("merchant.MerchantRegistered")
    record MerchantRegistered(
            MerchantId merchant,
            Dong dong,
            String trade,
            Won annualSales,
            boolean policyOnly,
            List<WalletId> owners,
            int rules)
            implements MerchantEvent {}

    @EventType("merchant.MerchantSuspended")
    record MerchantSuspended(MerchantId merchant) implements MerchantEvent {}

    @EventType("merchant.MerchantReinstated")
    record MerchantReinstated(MerchantId merchant) implements MerchantEvent {}
}
