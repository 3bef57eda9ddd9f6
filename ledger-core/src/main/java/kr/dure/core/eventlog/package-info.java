/**
 * The event log and its one writer.
 *
 * <ol>
 *   <li>One writer per issuer. It takes the commands that wait, decides them one after the other on aggregates in memory,
 *       and appends all their events and answers in one database transaction; then it replies.
 *   <li>The log has one global order without gaps, and time never goes back along it.
 *   <li>Nothing is answered before it is durable. A batch whose outcome is unknown is answered so, everything cached is
 *       dropped, and the log is read again before anything else is decided.
 *   <li>An operation's id and a keyed digest of its request stand on its first event; refusals stand in a table of their
 *       own. Both are found again for good. An id that a filter in memory has never seen is new without being looked for.
 *   <li>Only the holder of the lease can append: every append checks the lease's epoch in its own transaction.
 *   <li>The role that runs may insert into the log and read it, never change or delete.
 *   <li>Nothing blocks the writer: what a command needs is loaded before its turn. A miss is allowed, and counted.
 * </ol>
 */
@NullMarked
package kr.dure.core.eventlog;

import org.jspecify.annotations.NullMarked;
