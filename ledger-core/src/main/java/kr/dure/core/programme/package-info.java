/**
 * Programmes (사업): budgets for public-interest acts.
 *
 * <ol>
 *   <li>A programme has budget lines, each with a payer and an amount; it never pays out more than they hold.
 *   <li>The budget is drawn line by line in the order given, spilling into the next; each payout names what it drew.
 *   <li>Wage guard: local currency must not pay wages (Act 13, Labour Standards Act 43(1)); the basis WAGE is refused.
 *   <li>What a line still holds is the balance of its account in the journal.
 * </ol>
 */
@NullMarked
package kr.dure.core.programme;

import org.jspecify.annotations.NullMarked;
