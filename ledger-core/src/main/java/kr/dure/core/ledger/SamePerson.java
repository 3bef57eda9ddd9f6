package kr.dure.core.ledger;

import kr.dure.core.id.StaffId;

/** Four eyes: whoever submits or proposes is never the one who approves. */
public record SamePerson(StaffId person) implements Refusal {}
