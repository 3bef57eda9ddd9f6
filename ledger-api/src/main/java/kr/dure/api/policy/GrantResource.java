package kr.dure.api.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.contract.Shape;
import kr.dure.api.http.Counter;
import kr.dure.api.http.CsvTable;
import kr.dure.api.http.CsvText;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Items;
import kr.dure.api.http.Large;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.api.policy.GrantList.Item;
import kr.dure.api.programme.BatchDesk;
import kr.dure.api.programme.BatchView;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.policy.PolicyCommand.Grant;
import kr.dure.core.wallet.WalletEvent.PolicyGranted;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Policy money is granted: to one, or to many at once. */
@RestController
@RequestMapping("/api/v1")
public final class GrantResource {
    private final Counter counter;
    private final Lookup lookup;
    private final GrantBatches batches;
    private final BatchDesk desk;

    public GrantResource(Counter counter, Lookup lookup, GrantBatches batches, BatchDesk desk) {
        this.counter = counter;
        this.lookup = lookup;
        this.batches = batches;
        this.desk = desk;
    }

    /** @param expiresOn the last day on which it can be spent */
    public record GrantReceipt(
            String grant,
            String programme,
            String wallet,
            long amount,
            LocalDate expiresOn,
            OffsetDateTime at,
            long position) {
        static GrantReceipt of(Found<PolicyGranted> found) {
            var granted = found.fact();
            return new GrantReceipt(
                    granted.grant().value(),
                    granted.programme().value(),
                    granted.wallet().value(),
                    granted.pot().amount().value(),
                    granted.pot().expiresOn(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @Refuses({"not-allowed", "programme-unknown", "wrong-kind", "wallet-unknown", "budget-exhausted"})
    @PostMapping("/programmes/{programme}/grants")
    ResponseEntity<GrantReceipt> grant(@PathVariable ProgrammeId programme, @RequestBody Item order, Write write) {
        write.caller().mustBe(Role.OFFICER);
        var command = new Grant(
                write.operation(), programme, order.wallet(), order.amount().won());
        var granted = counter.submit(write, command, PolicyGranted.class);
        return Replies.created(granted, "/api/v1/grants/" + write.operation(), GrantReceipt.of(granted));
    }

    @Refuses("not-found")
    @GetMapping("/grants/{grant}")
    GrantReceipt grant(@PathVariable OperationId grant, Caller caller) {
        return GrantReceipt.of(
                lookup.find(grant, PolicyGranted.class, fact -> caller.sees(fact.wallet()) || caller.is(Role.OFFICER)));
    }

    /** @param items up to 10,000, each a {@code wallet} and its {@code amount} */
    @Large(from = Role.OFFICER)
    public record NewGrants(
            @Shape(most = Items.MOST, like = Item.class) List<JsonNode> items) {}

    @DryRun
    @Refuses({"not-allowed", "programme-unknown", "wrong-kind"})
    @PostMapping(path = "/programmes/{programme}/grant-batches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> propose(@PathVariable ProgrammeId programme, @RequestBody NewGrants order, Write write) {
        return desk.propose(batches, new GrantList(programme, Items.of(order.items(), Item.class)), write);
    }

    /** The same as a table, whose columns are {@code wallet} and {@code amount}. */
    @DryRun
    @Refuses({"not-allowed", "programme-unknown", "wrong-kind"})
    @PostMapping(path = "/programmes/{programme}/grant-batches", consumes = CsvText.TYPE)
    ResponseEntity<BatchView> propose(@PathVariable ProgrammeId programme, @RequestBody CsvTable table, Write write) {
        return desk.propose(batches, new GrantList(programme, Items.of(table, Item.class)), write);
    }

    @Refuses("not-found")
    @GetMapping(path = "/grant-batches/{batch}", produces = MediaType.APPLICATION_JSON_VALUE)
    BatchView batch(@PathVariable OperationId batch, Caller caller) {
        return desk.see(batches, batch, caller);
    }

    /** Row by row, with what is wrong; for {@code Accept: text/csv}. */
    @Refuses("not-found")
    @GetMapping(path = "/grant-batches/{batch}", produces = CsvText.TYPE)
    void table(@PathVariable OperationId batch, Caller caller, HttpServletResponse response) throws IOException {
        desk.table(batches, batch, caller, response);
    }
}
