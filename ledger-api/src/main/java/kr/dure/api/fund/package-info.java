/**
 * The local fund as a table.
 *
 * <ol>
 *   <li>An account's balance is its balance in the journal; with what was spent from it, it is all that flowed in less
 *       what was taken back. The named flows stand in {@code flow}.
 * </ol>
 */
@NullMarked
package kr.dure.api.fund;

import org.jspecify.annotations.NullMarked;
