/**
 * The systems that Dure is compared with.
 *
 * <ol>
 *   <li>Each gets its honest best: what its makers or a good team would do for speed without giving up durability, and
 *       where its rules are simpler than Dure's, that is in its favour.
 *   <li>Each acknowledges only what is committed, keeps the idempotency key in the same transaction, and posts both
 *       sides.
 *   <li>What was left out of a peer is said in its Javadoc.
 * </ol>
 */
@NullMarked
package kr.dure.bench.peer;

import org.jspecify.annotations.NullMarked;
