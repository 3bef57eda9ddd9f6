/**
 * A node of the ledger, wired by hand.
 *
 * <ol>
 *   <li>A node lives on a place: a data directory with a PostgreSQL of its own, or a database of yours.
 *   <li>It opens in order: place, roles and schema, durability check, keys, log, projections; it closes in reverse.
 *   <li>It decides only while it holds the writer's lease; reading needs no lease.
 *   <li>Of several nodes over one database, the holder of the lease writes. Its name in the lease is the address of its
 *       link, and the others forward to that. When the lease becomes free, one of them takes it within about a second;
 *       whoever has lost it stands by, in the same process.
 *   <li>Every node projects money and, apart from it, what is only counted; of all nodes one at a time does so for each. What
 *       only counts puts aside what it cannot take in, and never holds money up.
 *   <li>While nobody writes, an operation waits a few seconds and is then turned away, to be repeated with the same id.
 * </ol>
 */
@NullMarked
package kr.dure.ops.node;

import org.jspecify.annotations.NullMarked;
