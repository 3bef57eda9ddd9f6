/**
 * Wallets as tables: who holds them, pots, open holds; and which wallets a sweep must look at.
 *
 * <ol>
 *   <li>A pot with money has a row. An empty one keeps a row apart for as long as a refund may restore it, then it goes.
 *   <li>A hold keeps its row until its capture, voiding or lapse is in the log. One that is due to lapse counts as free
 *       from that moment, which a reader tells by {@code lapses_at}.
 *   <li>A change of a pot or hold that has no row is a fault of the log or of the tables, and halts the projection.
 * </ol>
 */
@NullMarked
package kr.dure.api.wallet;

import org.jspecify.annotations.NullMarked;
