/**
 * Amounts: a type for each unit, so that won are never added to minutes, and exact arithmetic on them.
 *
 * <ol>
 *   <li>An amount is a whole number in a {@code long}; overflow is an error.
 *   <li>Shares round down; what is taken back rounds as its rule says, and the remainder has a named owner.
 * </ol>
 */
@NullMarked
package kr.dure.core.money;

import org.jspecify.annotations.NullMarked;
