/**
 * Audit: every figure recomputed from the log.
 *
 * <ol>
 *   <li>What is compared is computed anew from the events alone, by folds that share no code with the projections.
 *   <li>The log itself is checked first: positions and sequences without gaps, time never going back.
 *   <li>Every difference is named in a sentence with its figures; none of them is mended here.
 * </ol>
 */
@NullMarked
package kr.dure.api.audit;

import org.jspecify.annotations.NullMarked;
