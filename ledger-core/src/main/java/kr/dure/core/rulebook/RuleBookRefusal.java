package kr.dure.core.rulebook;

import java.time.LocalDate;
import kr.dure.core.ledger.Refusal;

/** Why a version is not adopted. */
public sealed interface RuleBookRefusal extends Refusal {
    record NothingChanges() implements RuleBookRefusal {}

    record NoSuchRule(String rule) implements RuleBookRefusal {}

    /** @param range what it may be */
    record RuleOutOfRange(String rule, String range) implements RuleBookRefusal {}

    /** What was decided today was decided by today's rules. */
    record RulesNotAhead(LocalDate from, LocalDate today) implements RuleBookRefusal {}

    /** @param latest the day from which a version before it is in force */
    record RulesOutOfOrder(LocalDate from, LocalDate latest) implements RuleBookRefusal {}
}
