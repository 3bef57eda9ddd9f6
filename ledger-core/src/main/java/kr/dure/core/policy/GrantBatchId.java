package kr.dure.core.policy;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;

/** A batch of grants, by the operation that made them. */
public record GrantBatchId(OperationId grants) implements StreamId {
    @Override
    public String value() {
        return grants.value();
    }

    @Override
    public String toString() {
        return "grants/" + grants.value();
    }
}
