/**
 * Benchmarks: Dure and its peers under the same load, on the same PostgreSQL, in the same run. Nothing of this is
 * served.
 *
 * <ol>
 *   <li>Each subject is a process of its own with the load that drives it, so that none warms up or burdens another.
 *   <li>Runs are interleaved, there and back (A B B A), after a checkpoint of the database and a warm-up
 *       that is long enough to touch what is hot.
 *   <li>Only what was acknowledged counts. After every run the subject proves that no money came or went; a run that
 *       fails that is void, and the scenario with it.
 *   <li>Latencies are measured open loop: a request counts from the time when it was due, not from when it could be sent.
 * </ol>
 */
@NullMarked
package kr.dure.bench;

import org.jspecify.annotations.NullMarked;
