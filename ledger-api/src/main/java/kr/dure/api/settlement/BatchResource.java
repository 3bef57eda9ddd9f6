package kr.dure.api.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.api.settlement.BatchQuery.BatchView;
import kr.dure.api.settlement.BatchQuery.ItemView;
import kr.dure.core.id.MerchantId;
import kr.dure.core.settlement.BatchId;
import kr.dure.core.settlement.SettlementCommand.AnswerBatch;
import kr.dure.core.settlement.SettlementCommand.EndDay;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An operator ends the day, and says what the bank has answered. */
@RestController
@RequestMapping(BatchResource.PATH)
public final class BatchResource {
    static final String PATH = "/api/v1/settlement/batches";

    private final Counter counter;
    private final BatchQuery batches;

    public BatchResource(Counter counter, BatchQuery batches) {
        this.counter = counter;
        this.batches = batches;
    }

    /** @param date today (KST) */
    public record DayEnd(LocalDate date) {}

    /**
     * What was done with a batch.
     *
     * @param merchants of how many
     * @param amount of them all, in won
     */
    public record BatchReceipt(LocalDate batch, int merchants, long amount, OffsetDateTime at, long position) {
        static BatchReceipt of(Found<? extends SettlementEvent> found, List<Item> items) {
            return new BatchReceipt(
                    found.fact().batch().date(),
                    items.size(),
                    items.stream().mapToLong(item -> item.amount().value()).sum(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @Refuses({"not-allowed", "wrong-date", "batch-exists"})
    @PostMapping
    ResponseEntity<BatchReceipt> endDay(@RequestBody DayEnd day, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        var drafted = counter.submit(write, new EndDay(new BatchId(day.date())), BatchDrafted.class);
        return created(drafted, BatchReceipt.of(drafted, drafted.fact().items()));
    }

    /** The newest first. */
    @Refuses("not-allowed")
    @GetMapping
    Page<BatchView> all(@RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return Page.after(
                batches.before(cursor), batch -> batch, batch -> batch.batch().toString());
    }

    @Refuses({"not-allowed", "batch-unknown"})
    @GetMapping("/{batch}")
    BatchView batch(@PathVariable LocalDate batch, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return batches.find(batch).orElseThrow(() -> Problem.of("batch-unknown"));
    }

    /** By merchant. */
    @Refuses("not-allowed")
    @GetMapping("/{batch}/items")
    Page<ItemView> items(@PathVariable LocalDate batch, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return Page.after(batches.items(batch, cursor), item -> item, ItemView::merchant);
    }

    /** Whoever is not named goes on waiting. */
    public record BankAnswer(List<MerchantId> paid, List<MerchantId> rejected) {}

    @Refuses({"not-allowed", "batch-unknown", "not-in-batch"})
    @PostMapping("/{batch}/bank-answers")
    ResponseEntity<BatchReceipt> answer(@PathVariable LocalDate batch, @RequestBody BankAnswer answer, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        var command = new AnswerBatch(new BatchId(batch), answer.paid(), answer.rejected());
        var answered = counter.submit(write, command, BatchAnswered.class);
        return created(answered, BatchReceipt.of(answered, answered.fact().paid()));
    }

    private static ResponseEntity<BatchReceipt> created(Found<?> found, BatchReceipt receipt) {
        return Replies.created(found, PATH + "/" + receipt.batch(), receipt);
    }
}
