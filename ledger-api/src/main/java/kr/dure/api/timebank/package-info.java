/** The time bank as a table: who is a member, what it has, what it ever provided. */
@NullMarked
package kr.dure.api.timebank;

import org.jspecify.annotations.NullMarked;
