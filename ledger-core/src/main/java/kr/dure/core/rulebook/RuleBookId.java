package kr.dure.core.rulebook;

import kr.dure.core.id.StreamId;

/** The one stream of the rule book. */
public enum RuleBookId implements StreamId {
    THE_RULE_BOOK;

    @Override
    public String value() {
        return "book";
    }

    @Override
    public String toString() {
        return "rulebook/book";
    }
}
