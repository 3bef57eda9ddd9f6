/**
 * The local fund (지역기금): what residents gather together and spend together.
 *
 * <ol>
 *   <li>There is a city-wide account and one of each dong where a wallet or a merchant is.
 *   <li>Into it flow the fund's part of each incentive, merchants' contributions, and donations; refunds and cancelled
 *       charges take back what belongs to them, below zero if need be.
 *   <li>It is spent into an institution's wallet as PROJECT money, proposed by one person and approved by another.
 *   <li>A tenth of all that flowed in stays for take-backs.
 * </ol>
 */
@NullMarked
package kr.dure.core.fund;

import org.jspecify.annotations.NullMarked;
