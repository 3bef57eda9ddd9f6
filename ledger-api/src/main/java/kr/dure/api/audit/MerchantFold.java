package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Texts;
import kr.dure.core.account.Account;
import kr.dure.core.id.MerchantId;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.money.Unit;

/** Merchants, folded by the directory that decisions use. */
final class MerchantFold {
    private final Merchants directory = new Merchants();
    private final Map<MerchantId, Registration> registrations = new HashMap<>();

    private record Registration(String trade, long at) {}

    private record Row(
            String dong,
            String trade,
            boolean policyOnly,
            boolean suspended,
            long open,
            long inBatch,
            long paid,
            long registeredAt) {}

    void fold(Fact fact) {
        directory.fold(fact.event(), fact.at());
        if (fact.event() instanceof MerchantRegistered merchant) {
            registrations.put(merchant.merchant(), new Registration(Texts.storable(merchant.trade()), fact.nanos()));
        }
    }

    void compare(Comparison tables, JournalFold journal, BatchFold.Shares batches) throws SQLException {
        Map<String, Row> merchants = new HashMap<>();
        directory.all().forEach(merchant -> {
            String id = merchant.merchant().value();
            var registration = registrations.getOrDefault(merchant.merchant(), new Registration("", 0));
            merchants.put(
                    "merchant " + id,
                    new Row(
                            merchant.dong().value(),
                            registration.trade,
                            merchant.policyOnly(),
                            merchant.suspended(),
                            journal.amount(InUnit.of(Account.merchant(merchant.merchant()), Unit.KRW)),
                            batches.of(id, "waiting"),
                            batches.of(id, "paid"),
                            registration.at));
        });
        tables.of(
                "merchants",
                merchants,
                "select merchant, dong, trade, policy_only, suspended, open, in_batch, paid, registered_at from merchant",
                row -> "merchant " + row.getString(1),
                row -> new Row(
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)));
    }
}
