/**
 * Settlement: how merchants are paid in money. What it speaks of stands here; how it is done stands in the settlement
 * module.
 *
 * <ol>
 *   <li>A day's end drafts one batch: each merchant that is not suspended gets what it is owed, up to the monthly
 *       cash-out cap less what batches of the same month hold or paid for it.
 *   <li>The bank answers by name: paid, or rejected and open again. What no answer names goes on waiting.
 *   <li>Every won of a receivable is in exactly one place: open, in a batch, or paid.
 * </ol>
 */
@NullMarked
package kr.dure.core.settlement;

import org.jspecify.annotations.NullMarked;
