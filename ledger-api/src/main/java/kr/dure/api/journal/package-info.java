/**
 * The journal as tables: postings, balances, daily closing balances, and the named flows of the issuer's own accounts.
 *
 * <ol>
 *   <li>Postings are those of the one table of posting rules in the core, line by line.
 *   <li>A balance at a past time is the closing balance of the day before and the postings since, never a fold from the
 *       start.
 *   <li>Money in, money back and money to merchants are the flows of {@code bank:operating} by kind of event.
 *   <li>What passes through a transit account within one operation leaves no balance there.
 * </ol>
 */
@NullMarked
package kr.dure.api.journal;

import org.jspecify.annotations.NullMarked;
