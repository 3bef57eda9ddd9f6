package kr.dure.ops.reference;

import java.util.List;

/** What is known of one merchant. */
final class ReferenceMerchant {
    final String id;
    final String dong;
    final boolean policyOnly;
    final List<String> owners;
    boolean suspended;

    /** The receivable that is in no batch and not paid. */
    long open;

    ReferenceMerchant(String id, String dong, boolean policyOnly, List<String> owners) {
        this.id = id;
        this.dong = dong;
        this.policyOnly = policyOnly;
        this.owners = owners;
    }
}
