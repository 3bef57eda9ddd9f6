package kr.dure.core.merchant;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantReinstated;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import org.jspecify.annotations.Nullable;

/** The directory of all merchants, in memory. */
public final class Merchants implements RunningBook {
    private Map<MerchantId, MerchantProfile> profiles = new HashMap<>();

    public @Nullable MerchantProfile find(MerchantId merchant) {
        return profiles.get(merchant);
    }

    /** All merchants, in no order. */
    public Collection<MerchantProfile> all() {
        return Collections.unmodifiableCollection(profiles.values());
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        if (event instanceof MerchantEvent merchantEvent) {
            fold(merchantEvent);
        }
    }

    private void fold(MerchantEvent event) {
        switch (event) {
            case MerchantRegistered merchant ->
                profiles.put(
                        merchant.merchant(),
                        new MerchantProfile(
                                merchant.merchant(), merchant.dong(), merchant.policyOnly(), merchant.owners(), false));
            case MerchantSuspended(var merchant) -> suspend(merchant, true);
            case MerchantReinstated(var merchant) -> suspend(merchant, false);
        }
    }

    private void suspend(MerchantId merchant, boolean suspended) {
        profiles.computeIfPresent(merchant, (id, profile) -> profile.suspended(suspended));
    }
}
