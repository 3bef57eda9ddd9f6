/**
 * A small demo month of an imagined town, October 2026, for simulation ledgers.
 *
 * <ol>
 *   <li>The lines are the same every time: one seed, no clock, no ids from outside.
 *   <li>All lines are valid. About one in fifteen is refused, for the reasons that a real town has.
 *   <li>{@code R00001} and {@code R00002} end the month with money and room under their limits; {@code M0001} and
 *       {@code M0002} take every kind of pot.
 *   <li>{@link kr.dure.ops.demo.Agenda} runs the month in the order of time. Each of the other files plays one side of
 *       town life and writes its lines into the {@link kr.dure.ops.demo.Book}.
 *   <li>Purses, tills and coffers are estimates, kept only so that the amounts are plausible. The ledger decides.
 * </ol>
 */
@NullMarked
package kr.dure.ops.demo;

import org.jspecify.annotations.NullMarked;
