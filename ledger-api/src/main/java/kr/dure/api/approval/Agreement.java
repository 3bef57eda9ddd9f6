package kr.dure.api.approval;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.StaffId;

/** Two people have agreed. */
public record Agreement(OperationId operation, StaffId proposedBy, StaffId approvedBy) {}
