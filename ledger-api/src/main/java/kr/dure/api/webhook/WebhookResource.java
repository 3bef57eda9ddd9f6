package kr.dure.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ShopEventKind;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.vault.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shop registers where it wants to be told what happens. */
@RestController
@RequestMapping(WebhookResource.PATH)
public final class WebhookResource {
    static final String PATH = "/api/v1/merchants/{merchant}/webhooks";

    private static final String URL = "/url";

    private final Webhooks webhooks;
    private final Doorkeeper doorkeeper;
    private final LogSlice log;
    private final KeyedHash hash;
    private final AnswerBook answers;

    WebhookResource(Webhooks webhooks, Doorkeeper doorkeeper, LogSlice log, KeyedHash hash, AnswerBook answers) {
        this.webhooks = webhooks;
        this.doorkeeper = doorkeeper;
        this.log = log;
        this.hash = hash;
        this.answers = answers;
    }

    /**
     * A receiver to add.
     *
     * @param events of which it is told; all if that is left out
     */
    public record NewWebhook(String url, @Nullable List<ShopEventKind> events) {}

    /**
     * A receiver.
     *
     * @param events of which it is told; all if there is none
     * @param secret with which its messages are signed; told to whoever adds it, and to nobody later
     * @param failingSince since when nothing has got through
     * @param disabledAt from when on nothing is sent any more, since nothing got through for days
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WebhookView(
            String webhook,
            String merchant,
            String url,
            List<ShopEventKind> events,
            @Nullable String secret,
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
                    null,
                    webhook.isActive(),
                    webhook.addedBy(),
                    webhook.addedAt(),
                    webhook.failingSince(),
                    webhook.disabledAt(),
                    webhook.removedAt());
        }

        WebhookView with(String told) {
            return new WebhookView(
                    webhook,
                    merchant,
                    url,
                    events,
                    told,
                    active,
                    addedBy,
                    addedAt,
                    failingSince,
                    disabledAt,
                    removedAt);
        }
    }

    @Refuses({"not-allowed", "merchant-unknown", "too-many-webhooks"})
    @PostMapping
    ResponseEntity<WebhookView> add(@PathVariable MerchantId merchant, @RequestBody NewWebhook order, Write write) {
        Rights.mustManage(write, merchant);
        var kinds = kinds(order);
        var url = receiver(order.url());
        if (webhooks.find(write.operation()).isEmpty()) {
            requireReachable(url); // looked up before any connection to the database is taken
        }
        var added = answers.once(write, WebhookView.class, () -> {
            if (!log.knows(merchant)) {
                throw Problem.of("merchant-unknown");
            }
            var webhook = webhooks.add(write, merchant, url, kinds);
            return Replies.created(path(webhook), WebhookView.of(webhook));
        });
        return Replies.telling(added, view -> view.with(Signature.secret(hash.webhookKey(write.operation()))));
    }

    private static List<ShopEventKind> kinds(NewWebhook order) {
        var kinds = order.events() == null ? List.<ShopEventKind>of() : order.events();
        boolean none = order.events() != null && kinds.isEmpty();
        if (none
                || kinds.stream().anyMatch(Objects::isNull)
                || kinds.stream().distinct().count() < kinds.size()) {
            throw Problem.invalid("/events", "names one kind at least, and each once");
        }
        return kinds;
    }

    private ReceiverUrl receiver(String text) {
        try {
            return ReceiverUrl.parse(text, doorkeeper.reach());
        } catch (IllegalArgumentException unfit) {
            throw Problem.invalid(URL, String.valueOf(unfit.getMessage()));
        }
    }

    private void requireReachable(ReceiverUrl url) {
        try {
            doorkeeper.addresses(url.host());
        } catch (IOException unfit) {
            boolean unknown = unfit instanceof UnknownHostException;
            throw Problem.invalid(URL, unknown ? "names a host that can be found" : String.valueOf(unfit.getMessage()));
        }
    }

    static String path(Webhook webhook) {
        return PATH.replace("{merchant}", Replies.segment(webhook.merchant().value())) + "/" + webhook.id();
    }

    /** All there ever were, the oldest first. */
    @Refuses("not-allowed")
    @GetMapping
    Page<WebhookView> all(
            @PathVariable MerchantId merchant, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        Rights.mustSee(caller, merchant);
        return Page.after(
                webhooks.of(merchant, cursor),
                WebhookView::of,
                webhook -> webhook.id().value());
    }

    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/{webhook}")
    WebhookView one(@PathVariable MerchantId merchant, @PathVariable OperationId webhook, Caller caller) {
        Rights.mustSee(caller, merchant);
        return WebhookView.of(webhooks.require(webhook, merchant));
    }

    @Refuses({"not-allowed", "not-found"})
    @Answers(status = 200)
    @PostMapping("/{webhook}/removal")
    ResponseEntity<WebhookView> remove(
            @PathVariable MerchantId merchant, @PathVariable OperationId webhook, Write write) {
        Rights.mustManage(write, merchant);
        return answers.once(write, WebhookView.class, () -> {
            var removed = webhooks.remove(webhooks.require(webhook, merchant).id());
            return ResponseEntity.ok(WebhookView.of(removed));
        });
    }
}
