package kr.dure.core.genesis;

import kr.dure.core.id.StreamId;

/** The one stream of the ledger itself. */
public enum LedgerId implements StreamId {
    THE_LEDGER;

    @Override
    public String value() {
        return "ledger";
    }

    @Override
    public String toString() {
        return "ledger";
    }
}
