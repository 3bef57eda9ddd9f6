/**
 * How the read side follows the log.
 *
 * <ol>
 *   <li>Money is one group: all its tables and its position change in one transaction, so each event counts exactly once
 *       and one snapshot of the database is one state of the ledger.
 *   <li>Events are taken in by position, without gaps. What a batch changes is added up in memory and written by a few
 *       statements over whole sets of rows; no event has statements of its own.
 *   <li>A batch never splits an operation: no reader sees half a gift. (A sweep of expired money over very many wallets is
 *       split; each wallet's part of it is whole by itself.) It never spans midnight (KST), so that each day closes with its
 *       own balances.
 *   <li>An event that cannot be taken in halts the group, is named with its position, and is never passed over. What came
 *       before it is kept; after a repair the group goes on from there.
 *   <li>A group that moves no value puts such an event aside as a dead letter, with all that follow on its stream, and goes
 *       on with the others; letters are tried again when asked for, oldest first.
 *   <li>Many nodes may run a projector on one database: one of them projects, the others follow its position.
 *   <li>While nobody waits for it, a batch is let grow: a reader who has just written something waits for its position.
 *   <li>A projection may lose its newest transactions in a crash of the database, for the log keeps them: its commits do
 *       not wait for the disk. Position and rows are lost together.
 * </ol>
 */
@NullMarked
package kr.dure.api.projection;

import org.jspecify.annotations.NullMarked;
