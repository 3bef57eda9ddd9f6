package kr.dure.api.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.client.Clients.Client;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An operator lets programs sign in. */
@RestController
@RequestMapping(ClientResource.PATH)
public final class ClientResource {
    static final String PATH = "/api/v1/clients";

    private final Clients clients;
    private final AnswerBook answers;

    public ClientResource(Clients clients, AnswerBook answers) {
        this.clients = clients;
        this.answers = answers;
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
        static ClientView of(Client client) {
            return new ClientView(
                    client.id(),
                    client.subject().client(),
                    null,
                    client.addedBy(),
                    Times.korean(client.addedAt()),
                    client.removedAt() == null ? null : Times.korean(client.removedAt()));
        }

        ClientView with(String told) {
            return new ClientView(client, subject, told, addedBy, addedAt, removedAt);
        }
    }

    @Refuses("not-allowed")
    @PostMapping
    ResponseEntity<ClientView> add(@RequestBody NewClient order, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        var added = answers.once(write, ClientView.class, () -> {
            var client = clients.add(
                    write.operation(), order.subject().caller(), write.caller().client());
            return Replies.created(PATH + "/" + client.id(), ClientView.of(client));
        });
        return Replies.telling(added, view -> view.with(clients.secret(write.operation())));
    }

    /** All there ever were, the oldest first. */
    @Refuses("not-allowed")
    @GetMapping
    Page<ClientView> all(@RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return Page.after(clients.after(cursor), ClientView::of, Client::id);
    }

    @Refuses({"not-allowed", "not-found"})
    @GetMapping("/{client}")
    ClientView one(@PathVariable String client, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return clients.find(client).map(ClientView::of).orElseThrow(() -> Problem.of("not-found"));
    }

    @Refuses({"not-allowed", "not-found"})
    @Answers(status = 200)
    @PostMapping("/{client}/removal")
    ResponseEntity<ClientView> remove(@PathVariable String client, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        return answers.once(
                write,
                ClientView.class,
                () -> clients.remove(client)
                        .map(removed -> ResponseEntity.ok(ClientView.of(removed)))
                        .orElseThrow(() -> Problem.of("not-found")));
    }
}
