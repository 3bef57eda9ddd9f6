/**
 * The wallet (지갑): pots of local currency, and what their holder does with them.
 *
 * <ol>
 *   <li>A wallet holds pots. A pot has a kind, what is left of it, what of that is held, and the last day on which it
 *       can be used. Money lasts five years from issue (Act 4(2)), policy money as long as its programme says.
 *   <li>Spend order: the earliest expiry first; on a tie POLICY, CASHBACK, EARNED, PROJECT, GIFT, PURCHASED; then the
 *       pot made first. Only what is free (left less held) and not expired is spent, and only kinds that the purpose
 *       takes.
 *   <li>An incentive is what payers gave for one charge or one payment. What goes back of it goes to each payer in
 *       proportion, and never more than is still out ({@link kr.dure.core.wallet.Incentive}).
 *   <li>A hold reserves pots and lapses by itself. That lapse is an event, written before the wallet's next decision.
 *   <li>A refund restores the pots that the payment used, last used first, and takes back the cashback, the fund's share
 *       and the contribution that belong to it, all in one event ({@link kr.dure.core.wallet.Refund}).
 *   <li>A frozen wallet receives; nothing leaves it.
 *   <li>A wallet never grows for ever: it keeps pots that hold money, pots that a refund may still restore, open holds
 *       and counters. Old payments are found by id in the log.
 *   <li>Every number that was decided stands in the event, so that a replay decides nothing anew.
 * </ol>
 */
@NullMarked
package kr.dure.core.wallet;

import org.jspecify.annotations.NullMarked;
