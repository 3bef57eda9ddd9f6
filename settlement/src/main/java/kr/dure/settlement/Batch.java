package kr.dure.settlement;

import static kr.dure.core.ledger.Outcome.ACCEPTED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.dure.core.account.Balances;
import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.settlement.BatchId;
import kr.dure.core.settlement.SettlementCommand.AnswerBatch;
import kr.dure.core.settlement.SettlementCommand.EndDay;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;
import kr.dure.core.settlement.SettlementRefusal.BatchExists;
import kr.dure.core.settlement.SettlementRefusal.BatchUnknown;
import kr.dure.core.settlement.SettlementRefusal.NotInBatch;
import kr.dure.core.settlement.SettlementRefusal.WrongDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One day's batch, and what in it still waits for the bank. */
@AggregateRoot
public class Batch {
    @AggregateIdentifier
    private @Nullable BatchId id;

    private final Map<MerchantId, Won> waiting = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(
            EndDay end, Moment now, RuleBook book, Merchants merchants, Balances balances, MonthlyCashOuts cashOuts) {
        var rules = book.on(now.date());
        if (!end.batch().date().equals(now.date())) {
            return new WrongDate(end.batch().date(), now.date());
        }
        if (id != null) {
            return new BatchExists(end.batch());
        }
        var items = new CutOff(merchants, balances, cashOuts).items(now.month(), rules.monthlyCashOutCap());
        apply(new BatchDrafted(end.batch(), items, rules.version()));
        return ACCEPTED;
    }

    @CommandHandler
    Outcome handle(AnswerBatch answer) {
        if (id == null) {
            return new BatchUnknown(answer.batch());
        }
        Set<MerchantId> named = new HashSet<>();
        for (MerchantId merchant : Stream.concat(answer.paid().stream(), answer.rejected().stream())
                .toList()) {
            if (!waiting.containsKey(merchant) || !named.add(merchant)) {
                return new NotInBatch(answer.batch(), merchant);
            }
        }
        apply(new BatchAnswered(answer.batch(), items(answer.paid()), items(answer.rejected())));
        return ACCEPTED;
    }

    private List<Item> items(List<MerchantId> merchants) {
        List<Item> items = new ArrayList<>(merchants.size());
        for (MerchantId merchant : merchants) {
            items.add(new Item(merchant, java.util.Objects.requireNonNull(waiting.get(merchant))));
        }
        return items;
    }

    @EventSourcingHandler
    void on(SettlementEvent event) {
        id = event.batch();
        switch (event) {
            case BatchDrafted drafted -> drafted.items().forEach(item -> waiting.put(item.merchant(), item.amount()));
            case BatchAnswered answered -> {
                answered.paid().forEach(item -> waiting.remove(item.merchant()));
                answered.rejected().forEach(item -> waiting.remove(item.merchant()));
            }
        }
    }
}
