/**
 * Participation income over HTTP: payout batches.
 *
 * <ol>
 *   <li>A batch comes as JSON or as a table. If a row is none, every such row is named, and nothing is kept.
 *   <li>What the town says to each row – whether there is such a wallet, what a month still allows – stands in a report, as
 *       of the proposal. The ledger checks all of it again when the batch is approved, and pays all of it or nothing.
 * </ol>
 */
@NullMarked
package kr.dure.api.participation;

import org.jspecify.annotations.NullMarked;
