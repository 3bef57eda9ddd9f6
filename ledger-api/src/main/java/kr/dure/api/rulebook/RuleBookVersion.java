package kr.dure.api.rulebook;

import java.time.LocalDate;
import kr.dure.core.rulebook.RuleChanges;

/**
 * A version of the rule book.
 *
 * @param from the day from which it is in force (KST), after today
 * @param rules only what changes
 */
public record RuleBookVersion(LocalDate from, RuleChanges rules) {}
