package kr.dure.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ShopEventKind;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.vault.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop registers where it wants to be told what happens. */
@RestController
@RequestMapping(WebhookResource.PATH)
public final class WebhookResource {
    static final String PATH = "/api/v1/merchants/{merchant}/webhooks";

    private final Webhooks webhooks;
    private final Doorkeeper doorkeeper;
    private final LogSlice log;
    private final KeyedHash hash;

    WebhookResource(Webhooks webhooks, Doorkeeper doorkeeper, LogSlice log, KeyedHash hash) {
        this.webhooks = webhooks;
        this.doorkeeper = doorkeeper;
        this.log = log;
        this.hash = hash;
    }

    /**
     * A receiver to add.
     *
     * @param events of which it is told; all if that is left out
     */
    public record NewWebhook(String url, @Nullable List<ShopEventKind> events) {}

    /**
     * A receiver that was added.
     *
     * @param secret with which its messages are signed; told to whoever adds it, and to nobody later
     */
    public record AddedWebhook(
            String webhook,
            String merchant,
            String url,
            List<ShopEventKind> events,
            String secret,
            String addedBy,
            OffsetDateTime addedAt) {}

    /**
     * A receiver.
     *
     * @param events of which it is told; all if there is none
     * @param failingSince since when nothing has got through
     * @param disabledAt from when on nothing is sent any more, since nothing got through for days
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WebhookView(
            String webhook,
            String merchant,
            String url,
            List<ShopEventKind> events,
            boolean active,
            String addedBy,
            OffsetDateTime addedAt,
            @Nullable OffsetDateTime failingSince,
            @Nullable OffsetDateTime disabledAt,
            @Nullable OffsetDateTime removedAt) {
        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.id().value(),
                    webhook.merchant().value(),
                    webhook.url().toString(),
                    webhook.kinds(),
                    webhook.isActive(),
                    webhook.addedBy(),
                    webhook.addedAt(),
                    webhook.failingSince(),
                    webhook.disabledAt(),
                    webhook.removedAt());
        }
    }

    @Refuses({"not-allowed", "merchant-unknown", "too-many-webhooks"})
    @PostMapping
    ResponseEntity<AddedWebhook> add(@PathVariable MerchantId merchant, @RequestBody NewWebhook order, Write write) {
        Rights.mustManage(write, merchant);
        var added = webhooks.find(write.operation()).orElseGet(() -> add(write, merchant, order));
        if (!MessageDigest.isEqual(added.digest(), write.digest())) {
            throw Problem.of("id-reused");
        }
        return ResponseEntity.created(URI.create(path(added)))
                .cacheControl(CacheControl.noStore())
                .body(new AddedWebhook(
                        added.id().value(),
                        added.merchant().value(),
                        added.url().toString(),
                        added.kinds(),
                        Signature.secret(hash.webhookKey(added.id())),
                        added.addedBy(),
                        added.addedAt()));
    }

    private Webhook add(Write write, MerchantId merchant, NewWebhook order) {
        var kinds = order.events() == null ? List.<ShopEventKind>of() : order.events();
        boolean none = order.events() != null && kinds.isEmpty();
        if (none
                || kinds.stream().anyMatch(Objects::isNull)
                || kinds.stream().distinct().count() < kinds.size()) {
            throw Problem.invalid("/events", "names one kind at least, and each once");
        }
        var url = receiver(order.url());
        if (!log.knows(merchant)) {
            throw Problem.of("merchant-unknown");
        }
        return webhooks.add(write, merchant, url, kinds);
    }

    private ReceiverUrl receiver(String text) {
        try {
            var url = ReceiverUrl.parse(text, doorkeeper.reach());
            doorkeeper.addresses(url.host());
            return url;
        } catch (IOException | IllegalArgumentException unfit) {
            throw Problem.invalid("/url", rule(unfit));
        }
    }

    private static String rule(Exception unfit) {
        return unfit instanceof UnknownHostException
                ? "names a host that can be found"
                : String.valueOf(unfit.getMessage());
    }

    static String path(Webhook webhook) {
        return PATH.replace("{merchant}", Replies.segment(webhook.merchant().value())) + "/" + webhook.id();
    }

    /** All there ever were, the oldest first. */
    public record WebhookList(List<WebhookView> webhooks) {}

    @Refuses("not-allowed")
    @GetMapping
    WebhookList all(@PathVariable MerchantId merchant, Caller caller) {
        Rights.mustSee(caller, merchant);
        return new WebhookList(
                webhooks.of(merchant).stream().map(WebhookView::of).toList());
    }

    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/{webhook}")
    WebhookView one(@PathVariable MerchantId merchant, @PathVariable OperationId webhook, Caller caller) {
        Rights.mustSee(caller, merchant);
        return WebhookView.of(webhooks.require(webhook, merchant));
    }

    @Refuses({"not-allowed", "not-found"})
    @PostMapping("/{webhook}/removal")
    WebhookView remove(@PathVariable MerchantId merchant, @PathVariable OperationId webhook, Write write) {
        Rights.mustManage(write, merchant);
        return WebhookView.of(
                webhooks.remove(webhooks.require(webhook, merchant).id()));
    }
}
