package kr.dure.api.webhook;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Write;
import kr.dure.api.webhook.Deliveries.Asked;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of messages, and how to have one sent again. */
@RestController
@RequestMapping(WebhookResource.PATH + "/{webhook}")
public final class DeliveryResource {
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    DeliveryResource(Webhooks webhooks, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    /** The latest first. */
    public record DeliveryList(List<Delivery> deliveries) {}

    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/deliveries")
    DeliveryList latest(@PathVariable MerchantId merchant, @PathVariable OperationId webhook, Caller caller) {
        Rights.mustSee(caller, merchant);
        return new DeliveryList(
                deliveries.latest(webhooks.require(webhook, merchant).id()));
    }

    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/deliveries/{delivery}")
    Delivery one(
            @PathVariable MerchantId merchant,
            @PathVariable OperationId webhook,
            @PathVariable OperationId delivery,
            Caller caller) {
        Rights.mustSee(caller, merchant);
        return require(delivery, webhooks.require(webhook, merchant), "not-found");
    }

    /** A message that is on its way, because somebody asked for it. */
    public record Sending(String webhook, String delivery, OffsetDateTime askedAt) {}

    /** Sends a ping. */
    @Refuses({"not-allowed", "not-found", "webhook-closed"})
    @PostMapping("/test")
    ResponseEntity<Sending> test(@PathVariable MerchantId merchant, @PathVariable OperationId webhook, Write write) {
        Rights.mustManage(write, merchant);
        var tested = webhooks.require(webhook, merchant);
        var asked = deliveries
                .asked(write.operation())
                .orElseGet(
                        () -> deliveries.ping(write.operation(), active(tested).id()));
        require(new OperationId(asked.delivery()), tested, "id-reused");
        return sending(tested, asked);
    }

    @Refuses({"not-allowed", "not-found", "webhook-closed"})
    @PostMapping("/deliveries/{delivery}/redelivery")
    ResponseEntity<Sending> again(
            @PathVariable MerchantId merchant,
            @PathVariable OperationId webhook,
            @PathVariable OperationId delivery,
            Write write) {
        Rights.mustManage(write, merchant);
        var receiver = webhooks.require(webhook, merchant);
        var sent = require(delivery, receiver, "not-found");
        var asked = deliveries.asked(write.operation()).orElseGet(() -> {
            active(receiver);
            return deliveries.again(write.operation(), sent);
        });
        if (!asked.delivery().equals(delivery.value())) {
            throw Problem.of("id-reused");
        }
        return sending(receiver, asked);
    }

    private static ResponseEntity<Sending> sending(Webhook webhook, Asked asked) {
        return ResponseEntity.created(URI.create(WebhookResource.path(webhook) + "/deliveries/" + asked.delivery()))
                .body(new Sending(webhook.id().value(), asked.delivery(), asked.at()));
    }

    private static Webhook active(Webhook webhook) {
        if (!webhook.isActive()) {
            throw Problem.of("webhook-closed");
        }
        return webhook;
    }

    private Delivery require(OperationId delivery, Webhook webhook, String otherwise) {
        return deliveries
                .find(delivery.value())
                .filter(found -> found.webhook().equals(webhook.id().value()))
                .orElseThrow(() -> Problem.of(otherwise));
    }
}
