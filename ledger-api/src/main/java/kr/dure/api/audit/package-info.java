/**
 * Audit: every figure recomputed from the log.
 *
 * <ol>
 *   <li>What is compared is computed anew from the events alone, by the domain's own folding: postings by the posting
 *       rules, wallets, points and members by the aggregates that decide, merchants by the directory. Nothing of it
 *       shares code with the projections.
 *   <li>The log itself is checked first: positions and sequences without gaps, time never going back, every operation
 *       answered once.
 *   <li>Every row of every table is looked at, every column of it, and every difference named in a sentence with its
 *       figures. None is mended here.
 *   <li>All of it reads one snapshot, while the ledger runs.
 *   <li>A rebuild folds the log into new tables beside the live ones and compares their digests. Readers keep the live
 *       ones until the new ones take their place in one transaction.
 * </ol>
 */
@NullMarked
package kr.dure.api.audit;

import org.jspecify.annotations.NullMarked;
