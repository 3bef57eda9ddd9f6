/**
 * What terminals in shops do.
 *
 * <ol>
 *   <li>Who pays shows a code, which is good once and for 60 seconds; the terminal names it and the amount.
 *   <li>A hold keeps money for a shop until it is captured, voided, or lapses.
 *   <li>A terminal that got no answer repeats its request with the same key, or has it reversed: what the key did is
 *       undone, and what it has not done it will never do.
 * </ol>
 */
@NullMarked
package kr.dure.api.pos;

import org.jspecify.annotations.NullMarked;
