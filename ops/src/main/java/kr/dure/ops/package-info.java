/**
 * The operator's hands, and the only place where the parts of Dure are put together.
 *
 * <ol>
 *   <li>{@link kr.dure.ops.Dure} is the command; {@code cli} holds its subcommands.
 *   <li>{@code node} wires a ledger: database, keys, log, writer, projections. Every component is made by hand.
 *   <li>{@code link} carries operations from node to node, to the one that writes.
 *   <li>{@code postgres} runs the ledger's own PostgreSQL, {@code keys} keeps its keys, {@code town} reads town files.
 *   <li>Whatever goes wrong is told in one clear sentence, Korean first, then English; the exit code is not zero.
 * </ol>
 */
@NullMarked
package kr.dure.ops;

import org.jspecify.annotations.NullMarked;
