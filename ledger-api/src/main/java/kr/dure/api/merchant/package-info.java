/**
 * Merchants as a table and at the desk, and what happens to them one by one.
 *
 * <ol>
 *   <li>Every won that a merchant is owed is open, in a batch, or paid. Open is the balance of its account in the journal.
 *   <li>A shop is told of its payments, holds, refunds and settlements, whoever tells it, by one table: {@code ShopEvents}.
 *   <li>Registration is decided within 7 days of the application (Act 7), by an officer who has not applied and owns no
 *       part of the shop. A rejection names the rule.
 * </ol>
 */
@NullMarked
package kr.dure.api.merchant;

import org.jspecify.annotations.NullMarked;
