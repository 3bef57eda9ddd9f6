package kr.dure.api.webhook;

import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.webhook.Deliveries.Numbered;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of messages, and how to have one sent again. */
@RestController
@RequestMapping(WebhookResource.PATH + "/{webhook}")
public final class DeliveryResource {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final AnswerBook answers;

    DeliveryResource(Webhooks webhooks, Deliveries deliveries, AnswerBook answers) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.answers = answers;
    }

    /** The latest first. */
    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/deliveries")
    Page<Delivery> latest(
            @PathVariable MerchantId merchant,
            @PathVariable OperationId webhook,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Rights.mustSee(caller, merchant);
        var found = deliveries.of(webhooks.require(webhook, merchant).id(), Page.before(cursor));
        return Page.of(found, Numbered::delivery, Numbered::number);
    }

    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/deliveries/{delivery}")
    Delivery one(
            @PathVariable MerchantId merchant,
            @PathVariable OperationId webhook,
            @PathVariable OperationId delivery,
            Caller caller) {
        Rights.mustSee(caller, merchant);
        return require(delivery, webhooks.require(webhook, merchant));
    }

    /** Sends a ping. */
    @Refuses({"not-allowed", "not-found", "webhook-closed"})
    @PostMapping("/test")
    ResponseEntity<Delivery> test(@PathVariable MerchantId merchant, @PathVariable OperationId webhook, Write write) {
        Rights.mustManage(write, merchant);
        return answers.once(write, Delivery.class, () -> {
            var tested = active(webhook, merchant);
            return queued(tested, deliveries.ping(write.operation(), tested.id()));
        });
    }

    @Refuses({"not-allowed", "not-found", "webhook-closed"})
    @PostMapping("/deliveries/{delivery}/redelivery")
    ResponseEntity<Delivery> again(
            @PathVariable MerchantId merchant,
            @PathVariable OperationId webhook,
            @PathVariable OperationId delivery,
            Write write) {
        Rights.mustManage(write, merchant);
        return answers.once(write, Delivery.class, () -> {
            var receiver = active(webhook, merchant);
            return queued(receiver, deliveries.again(require(delivery, receiver)));
        });
    }

    private static ResponseEntity<Delivery> queued(Webhook webhook, Delivery delivery) {
        String location = WebhookResource.path(webhook) + "/deliveries/" + delivery.delivery();
        return Replies.created(location, delivery);
    }

    private Webhook active(OperationId webhook, MerchantId merchant) {
        var found = webhooks.require(webhook, merchant);
        if (!found.isActive()) {
            throw Problem.of("webhook-closed");
        }
        return found;
    }

    private Delivery require(OperationId delivery, Webhook webhook) {
        return deliveries
                .find(delivery.value())
                .filter(found -> found.webhook().equals(webhook.id().value()))
                .orElseThrow(() -> Problem.of("not-found"));
    }
}
