package kr.dure.api.webhook;

import java.time.OffsetDateTime;
import kr.dure.api.http.ApiJson;
import kr.dure.api.merchant.ShopEvent;
import kr.dure.api.webhook.Queue.Due;
import kr.dure.api.webhook.Queue.Lease;

/**
 * What a receiver reads. It is made of the log anew for each attempt, and comes out the same.
 *
 * @param id {@code webhook-id}
 * @param type what happened, or {@code ping}
 */
record Message(String id, String type, OffsetDateTime at, Object data) {
    /** @param webhook that was tried out */
    record Ping(String webhook, String merchant) {}

    static Message of(Due due, ShopEvent event) {
        return new Message(due.id(), due.type(), event.at(), event);
    }

    static Message ping(Due due, Lease lease) {
        var ping = new Ping(lease.webhook().value(), lease.merchant().value());
        return new Message(due.id(), Delivery.PING, due.queuedAt(), ping);
    }

    byte[] json() {
        return ApiJson.MAPPER.writeValueAsBytes(this);
    }
}
