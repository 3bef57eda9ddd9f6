package kr.dure.api.webhook;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.merchant.ShopEventKind;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of what happens at a shop.
 *
 * @param kinds of which it is told; empty for all
 * @param after it is told of what stands in the log after this position
 * @param failingSince since when nothing has got through
 */
record Webhook(
        OperationId id,
        MerchantId merchant,
        URI url,
        List<ShopEventKind> kinds,
        long after,
        String addedBy,
        OffsetDateTime addedAt,
        @Nullable OffsetDateTime removedAt,
        @Nullable OffsetDateTime disabledAt,
        @Nullable OffsetDateTime failingSince) {
    boolean isActive() {
        return removedAt == null && disabledAt == null;
    }

    boolean wants(ShopEventKind kind, long position) {
        return position > after && (kinds.isEmpty() || kinds.contains(kind));
    }
}
