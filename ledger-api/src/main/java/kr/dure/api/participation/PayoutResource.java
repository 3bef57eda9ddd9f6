package kr.dure.api.participation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.contract.Shape;
import kr.dure.api.http.CsvTable;
import kr.dure.api.http.CsvText;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Items;
import kr.dure.api.http.Large;
import kr.dure.api.http.Write;
import kr.dure.api.participation.PayoutBatch.Item;
import kr.dure.api.programme.BatchDesk;
import kr.dure.api.programme.BatchView;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Many people are paid at once, by two officers. */
@RestController
@RequestMapping("/api/v1")
public final class PayoutResource {
    private final PayoutBatches batches;
    private final BatchDesk desk;

    public PayoutResource(PayoutBatches batches, BatchDesk desk) {
        this.batches = batches;
        this.desk = desk;
    }

    /** @param items up to 10,000, each a {@code wallet} and its {@code minutes} */
    @Large(from = Role.OFFICER)
    public record NewPayouts(
            @Shape(most = Items.MOST, like = Item.class) List<JsonNode> items) {}

    @DryRun
    @Refuses({"not-allowed", "programme-unknown", "wrong-kind"})
    @PostMapping(path = "/programmes/{programme}/payout-batches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> propose(@PathVariable ProgrammeId programme, @RequestBody NewPayouts order, Write write) {
        return desk.propose(batches, new PayoutBatch(programme, Items.of(order.items(), Item.class)), write);
    }

    /** The same as a table, whose columns are {@code wallet} and {@code minutes}. */
    @DryRun
    @Refuses({"not-allowed", "programme-unknown", "wrong-kind"})
    @PostMapping(path = "/programmes/{programme}/payout-batches", consumes = CsvText.TYPE)
    ResponseEntity<BatchView> propose(@PathVariable ProgrammeId programme, @RequestBody CsvTable table, Write write) {
        return desk.propose(batches, new PayoutBatch(programme, Items.of(table, Item.class)), write);
    }

    @Refuses("not-found")
    @GetMapping(path = "/payout-batches/{batch}", produces = MediaType.APPLICATION_JSON_VALUE)
    BatchView one(@PathVariable OperationId batch, Caller caller) {
        return desk.see(batches, batch, caller);
    }

    /** Row by row, with what is wrong; for {@code Accept: text/csv}. */
    @Refuses("not-found")
    @GetMapping(path = "/payout-batches/{batch}", produces = CsvText.TYPE)
    void table(@PathVariable OperationId batch, Caller caller, HttpServletResponse response) throws IOException {
        desk.table(batches, batch, caller, response);
    }
}
