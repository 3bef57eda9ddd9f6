/**
 * Merchants as a table, and what happens to them one by one.
 *
 * <ol>
 *   <li>Every won that a merchant is owed is open, in a batch, or paid. Open is the balance of its account in the journal.
 *   <li>A shop is told of its payments, holds, refunds and settlements, whoever tells it, by one table: {@code ShopEvents}.
 * </ol>
 */
@NullMarked
package kr.dure.api.merchant;

import org.jspecify.annotations.NullMarked;
