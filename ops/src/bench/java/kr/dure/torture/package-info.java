/**
 * Torture: random operations by many clients, faults of every kind, and a checker that trusts nobody, in the manner of
 * Jepsen's bank test. Nothing of this is served.
 *
 * <ol>
 *   <li>Nodes, PostgreSQL and the network between them are real; each fault is what an operating system does, not what a
 *       double plays.
 *   <li>What is asked and what fails is drawn from the seed of the cycle, which is printed. Repeated, a cycle has the same
 *       plan; how far each client had come when a fault struck is up to the processes and is not repeated.
 *   <li>A client repeats an operation with the same id, at any node, until it has a definite answer, and then notes it down,
 *       in the file {@code answers}, outside the database.
 *   <li>Every answer must be in the log, exactly once and just as it was given; in the log must be nothing but that. What
 *       an earlier cycle was told must still be true at the end.
 *   <li>Money is conserved in every state that a reader gets to see, not only in the last one.
 *   <li>The first violation ends the run and keeps everything as it is.
 *   <li>Whatever was started or mounted is ended by its own id, however the run ends.
 * </ol>
 */
@NullMarked
package kr.dure.torture;

import org.jspecify.annotations.NullMarked;
