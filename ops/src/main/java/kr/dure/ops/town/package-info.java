/**
 * Town files: a month of a town, one operation a line, for simulation ledgers.
 *
 * <ol>
 *   <li>A line is valid or invalid by its form alone, except that a new operation must not lie before the latest one.
 *   <li>An import never stops at a bad line; nothing is half done, and the results stand in the order of the lines.
 *   <li>Two requests are the same if their content is, {@code at} and the order of keys aside.
 *   <li>A line is bounded before it is read, and a number before it is computed: no line can exhaust the machine.
 * </ol>
 */
@NullMarked
package kr.dure.ops.town;

import org.jspecify.annotations.NullMarked;
