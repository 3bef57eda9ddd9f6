/**
 * Merchants as a table.
 *
 * <ol>
 *   <li>Every won that a merchant is owed is open, in a batch, or paid. Open is the balance of its account in the journal.
 * </ol>
 */
@NullMarked
package kr.dure.api.merchant;

import org.jspecify.annotations.NullMarked;
