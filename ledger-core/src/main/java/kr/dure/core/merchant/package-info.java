/**
 * Merchants (가맹점): who may take the currency.
 *
 * <ol>
 *   <li>Registration: in the district, and not in an excluded trade (Act 7).
 *   <li>With annual sales over the cap a merchant is registered for POLICY money only (Act 7(2)2).
 *   <li>A suspended merchant takes no payment and is held at settlement; captures and refunds still reach it.
 *   <li>What a merchant is owed is not kept here: it is the balance of its account in the journal.
 * </ol>
 */
@NullMarked
package kr.dure.core.merchant;

import org.jspecify.annotations.NullMarked;
