/**
 * The chart of accounts: every place where value can be.
 *
 * <ol>
 *   <li>Each posting changes one account in one unit; the postings of an event add up to zero in each unit.
 *   <li>Credits are positive. Liabilities (wallets, holds, merchants, fund, budgets) stand positive, money and claims on
 *       payers negative: liabilities = money on the operating account + what payers owe.
 * </ol>
 */
@NullMarked
package kr.dure.core.account;

import org.jspecify.annotations.NullMarked;
