package kr.dure.core.settlement;

import java.time.LocalDate;
import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.Refusal;

/** Why settlement says no. */
public sealed interface SettlementRefusal extends Refusal {
    /** A cut-off closes only the day that it is. */
    record WrongDate(LocalDate date, LocalDate today) implements SettlementRefusal {}

    record BatchExists(BatchId batch) implements SettlementRefusal {}

    record BatchUnknown(BatchId batch) implements SettlementRefusal {}

    /** A merchant that has nothing waiting in the batch, or is named twice. */
    record NotInBatch(BatchId batch, MerchantId merchant) implements SettlementRefusal {}
}
