/**
 * The journal: double entry, derived.
 *
 * <ol>
 *   <li>{@link kr.dure.core.journal.PostingRules} maps every event to its postings, by a pure function. Nothing else
 *       says what an event is worth.
 *   <li>The postings of each event add up to zero in each unit, so that the trial balance is zero after every event.
 *   <li>What moves between two wallets passes a transit account of its operation, which is zero again when the operation
 *       is done: so each wallet's account changes exactly with the wallet's own events.
 * </ol>
 */
@NullMarked
package kr.dure.core.journal;

import org.jspecify.annotations.NullMarked;
