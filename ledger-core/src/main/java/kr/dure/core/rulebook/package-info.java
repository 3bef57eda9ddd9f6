/**
 * The rule book: every number that an ordinance may change, as dated data.
 *
 * <ol>
 *   <li>A rule is a named value with the day from which it holds; no number of the law stands in code.
 *   <li>A decision uses the rules of its own day and writes their version into its event; replaying an old event never
 *       applies a new rule.
 *   <li>What is promised at a decision (when a hold lapses, until when a payment can be refunded) stands in the event.
 *   <li>A version is adopted by two people, names only what it changes, and is in force from a day to come: what was
 *       decided once is never judged by it. Its number is one more than that of the version before, and its day is not
 *       before that version's.
 * </ol>
 */
@NullMarked
package kr.dure.core.rulebook;

import org.jspecify.annotations.NullMarked;
