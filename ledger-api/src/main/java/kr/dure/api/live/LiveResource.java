package kr.dure.api.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Problem;
import kr.dure.api.live.Topic.OfShop;
import kr.dure.api.live.Topic.OfWallet;
import kr.dure.api.log.LogSlice;
import kr.dure.core.id.WalletId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a wallet, and at a shop, as it happens. */
@RestController
public final class LiveResource {
    private static final long LONGEST_PAST = 500_000;
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int SHORTEST_PAUSE = 1_000;
    private static final int LONGEST_PAUSE = 5_000;

    private final Hub hub;
    private final LogSlice log;
    private final long longestPast;

    /** @param settings {@link LiveSetup#LONGEST_PAST} */
    public LiveResource(Hub hub, LogSlice log, Environment settings) {
        this.hub = hub;
        this.log = log;
        this.longestPast = settings.getProperty(LiveSetup.LONGEST_PAST, Long.class, LONGEST_PAST);
    }

    @Refuses({"not-allowed", "wallet-unknown", "too-many-listeners", "no-room-to-listen"})
    @GetMapping(path = "/api/v1/wallets/{wallet}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void wallet(
            @PathVariable WalletId wallet,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        caller.mustSee(wallet);
        if (!log.knows(wallet)) {
            throw Problem.of("wallet-unknown");
        }
        long head = log.head();
        listen(new OfWallet(wallet), heard(last, head), caller, request, response);
    }

    @Refuses({"not-allowed", "merchant-unknown", "events-too-old", "too-many-listeners", "no-room-to-listen"})
    @GetMapping(path = "/api/v1/pos/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void shop(
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shop = caller.shop();
        if (!log.knows(shop)) {
            throw Problem.of("merchant-unknown");
        }
        long head = log.head();
        long heard = heard(last, head);
        if (head - heard > longestPast) {
            throw Problem.of("events-too-old");
        }
        listen(new OfShop(shop), heard, caller, request, response);
    }

    private static long heard(@Nullable String last, long head) {
        if (last == null || last.isEmpty()) {
            return head;
        }
        if (!last.matches("[0-9]{1,18}") || Long.parseLong(last) > head) {
            throw Problem.invalid(LAST_EVENT_ID, "is the id of an event of this ledger, a number from 0 on");
        }
        return Long.parseLong(last);
    }

    private void listen(
            Topic topic, long heard, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var listener = new Listener(caller.client(), topic, heard, expiry(), hub::leave);
        hub.join(listener);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            listener.greet(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
            listener.open(request);
        } catch (IOException | RuntimeException failure) {
            hub.leave(listener);
            throw failure;
        }
    }

    private static Instant expiry() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getCredentials() instanceof Jwt token) {
            return Objects.requireNonNullElse(token.getExpiresAt(), Instant.MAX);
        }
        return Instant.MAX;
    }
}
