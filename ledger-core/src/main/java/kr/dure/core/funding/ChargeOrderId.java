package kr.dure.core.funding;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;

/** A charge that was asked for, by the operation that did. */
public record ChargeOrderId(OperationId charge) implements StreamId {
    @Override
    public String value() {
        return charge.value();
    }

    @Override
    public String toString() {
        return "charge/" + charge.value();
    }
}
