/**
 * Reversals: a terminal that does not know what became of a request has it undone, or forbidden if it should still come.
 *
 * <ol>
 *   <li>To forbid an operation claims its id. If it came first, the id is known to have another content, and what it did
 *       can be undone; if it comes later, it is answered with {@code id-reused}. The one writer decides which of both.
 *   <li>What is undone is undone by the rule for it: a payment is refunded, a hold is voided.
 * </ol>
 */
@NullMarked
package kr.dure.core.reversal;

import org.jspecify.annotations.NullMarked;
