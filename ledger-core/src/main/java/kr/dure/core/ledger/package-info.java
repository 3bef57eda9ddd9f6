/**
 * What every feature speaks of: commands, events, outcomes, the moment of a decision.
 *
 * <ol>
 *   <li>An operation has an id. The same id with the same content gets the first answer again, with other content it is
 *       refused {@code id-reused}; both for good.
 *   <li>A decision is made at one {@link kr.dure.core.ledger.Moment}, which comes from outside.
 *   <li>What it needs beside its aggregates comes from running books (in memory) and {@link
 *       kr.dure.core.ledger.Records} (the log, by id).
 *   <li>A refusal is an {@link kr.dure.core.ledger.Outcome}, not an exception: nothing has happened that would have to
 *       be undone.
 * </ol>
 */
@NullMarked
package kr.dure.core.ledger;

import org.jspecify.annotations.NullMarked;
