/**
 * What is counted and watched.
 *
 * <ol>
 *   <li>Every name is a constant in {@link kr.dure.ops.metrics.Names} and is described in {@code ops/METRICS.md}.
 *   <li>Nothing that is counted names a person, a wallet or a merchant.
 *   <li>What is dear to know is asked of the database every half minute at most, however often somebody looks.
 * </ol>
 */
@NullMarked
package kr.dure.ops.metrics;

import org.jspecify.annotations.NullMarked;
