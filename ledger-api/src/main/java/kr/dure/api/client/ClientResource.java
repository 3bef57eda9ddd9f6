package kr.dure.api.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.client.Clients.Client;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operator lets programs sign in. */
@RestController
@RequestMapping(ClientResource.PATH)
public final class ClientResource {
    static final String PATH = "/api/v1/clients";

    private final Clients clients;

    public ClientResource(Clients clients) {
        this.clients = clients;
    }

    /** @param subject for whom it acts, such as {@code merchant:M0001} */
    public record NewClient(Subject subject) {}

    /**
     * A program that may sign in.
     *
     * @param secret told to whoever adds it, and to nobody later
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClientView(
            String client,
            String subject,
            @Nullable String secret,
            String addedBy,
            OffsetDateTime addedAt,
            @Nullable OffsetDateTime removedAt) {
        static ClientView of(Client client, @Nullable String secret) {
            return new ClientView(
                    client.id(),
                    client.subject().client(),
                    secret,
                    client.addedBy(),
                    Times.korean(client.addedAt()),
                    client.removedAt() == null ? null : Times.korean(client.removedAt()));
        }
    }

    @PostMapping
    ResponseEntity<ClientView> add(@RequestBody NewClient order, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        var added = clients.add(
                write.operation(), order.subject().caller(), write.caller().client());
        if (!added.client().subject().equals(order.subject().caller())) {
            throw Problem.of("id-reused");
        }
        return ResponseEntity.created(URI.create(PATH + "/" + added.client().id()))
                .cacheControl(CacheControl.noStore())
                .body(ClientView.of(added.client(), added.secret()));
    }

    /** All there ever were, the oldest first. */
    public record ClientList(List<ClientView> clients) {}

    @GetMapping
    ClientList all(Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return new ClientList(clients.all().stream()
                .map(client -> ClientView.of(client, null))
                .toList());
    }

    @GetMapping("/{client}")
    ClientView one(@PathVariable String client, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return clients.find(client).map(found -> ClientView.of(found, null)).orElseThrow(() -> Problem.of("not-found"));
    }

    @PostMapping("/{client}/removal")
    ClientView remove(@PathVariable String client, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        return clients.remove(client)
                .map(removed -> ClientView.of(removed, null))
                .orElseThrow(() -> Problem.of("not-found"));
    }
}
