/**
 * A node of the ledger, wired by hand.
 *
 * <ol>
 *   <li>A node lives on a place: a data directory with a PostgreSQL of its own, or a database of yours.
 *   <li>It opens in order: place, roles and schema, durability check, keys, log, projections; it closes in reverse.
 *   <li>It decides only while it holds the writer's lease; reading needs no lease.
 * </ol>
 */
@NullMarked
package kr.dure.ops.node;

import org.jspecify.annotations.NullMarked;
