/**
 * The time bank (시간은행) as its members use it.
 *
 * <ol>
 *   <li>A member offers help or asks for it; another one answers, and both are matched.
 *   <li>Who helped says that it is done, who was helped confirms it, and only then do minutes move.
 *   <li>A match is confirmed by one operation at most: the next one must wait until the one before is known to have failed.
 * </ol>
 */
@NullMarked
package kr.dure.api.timebank;

import org.jspecify.annotations.NullMarked;
