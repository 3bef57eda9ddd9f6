package kr.dure.api.report;

import java.sql.SQLException;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Unit;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.wallet.WalletEvent.BalanceRefunded;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import kr.dure.core.wallet.WalletEvent.Charged;
import tools.jackson.core.JsonGenerator;

/** What came in and went out in money, what payers owe, and that everything adds up to zero. */
record MoneyPart(Snapshot snapshot) {
    void write(JsonGenerator json) throws SQLException {
        json.writeObjectPropertyStart("money");
        json.writeNumberProperty("paidIn", flow(Account.BANK, "debits", Charged.class));
        json.writeNumberProperty(
                "paidBack", flow(Account.PAYOUTS, "credits", ChargeCancelled.class, BalanceRefunded.class));
        json.writeNumberProperty("paidToMerchants", flow(Account.BANK, "credits", BatchAnswered.class));
        json.writeNumberProperty("incentiveNation", -balance(Account.INCENTIVE_NATION, Unit.KRW));
        json.writeNumberProperty("incentiveCity", -balance(Account.INCENTIVE_CITY, Unit.KRW));
        json.writeNumberProperty("expiredOperating", balance(Account.EXPIRED, Unit.KRW));
        json.writeEndObject();
        json.writeNumberProperty("bagPoints", balance(Account.BAGS, Unit.POINT));
        json.writeObjectPropertyStart("trialBalance");
        for (Unit unit : Unit.values()) {
            long sum = snapshot.number("select sum(amount)::bigint from balance where unit = ?", unit.name());
            json.writeNumberProperty(unit.name(), sum);
        }
        json.writeEndObject();
    }

    /** What some kinds of event moved on an account. */
    @SafeVarargs
    private long flow(Account account, String side, Class<? extends LedgerEvent>... events) throws SQLException {
        long sum = 0;
        for (Class<? extends LedgerEvent> event : events) {
            String type = event.getAnnotation(EventType.class).value();
            sum += snapshot.number(
                    "select " + side + " from flow where account = ? and unit = ? and type = ?",
                    account.name(),
                    Unit.KRW.name(),
                    type);
        }
        return sum;
    }

    private long balance(Account account, Unit unit) throws SQLException {
        return snapshot.number(
                "select amount from balance where account = ? and unit = ?", account.name(), unit.name());
    }
}
