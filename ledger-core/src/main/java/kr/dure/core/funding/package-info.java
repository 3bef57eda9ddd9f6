/**
 * Funding (입금): how a charge is asked for and paid. Money that came in is never refused: it buys what was asked for, or it
 * goes back.
 *
 * <ol>
 *   <li>A charge is requested: the limits are asked, and what is to be paid, by when, and under which reference is promised.
 *       The discount is that of the day of the request.
 *   <li>A deposit names the charge by its reference. In time and enough, it makes the charge, if the limits still allow it.
 *   <li>What came <em>late</em>, <em>short</em>, for a charge that is paid already (<em>doubled</em>) or for none
 *       (<em>unknown</em>), and what a limit or a freeze forbids by now (<em>not allowed</em>), goes back whole. Of an
 *       <em>excess</em> the rest goes back.
 *   <li>One deposit is taken once, for good.
 *   <li>A funding that its bank takes back (<em>reversed</em>) takes what is left of the charge with it, the discount on
 *       that to its payers; for what was spent the resident owes what they paid, and the wallet is frozen.
 *   <li>Money that goes back to a resident is a payout order: the issuer owes it until the bank has paid it.
 * </ol>
 */
@NullMarked
package kr.dure.core.funding;

import org.jspecify.annotations.NullMarked;
