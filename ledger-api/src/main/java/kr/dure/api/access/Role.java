package kr.dure.api.access;

import java.util.Locale;

/** What somebody is to the town. */
public enum Role {
    /** A wallet's own holder: a resident, or an institution. */
    RESIDENT,
    /** A shop's owner. */
    MERCHANT,
    /** Who stands at a shop's till. */
    CLERK,
    /** Runs programmes. */
    OFFICER,
    /** Manages the local fund. */
    MANAGER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Runs the ledger. */
    OPERATOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
