/**
 * The time bank (시간은행): one minute of anyone's time is worth one minute of anyone else's.
 *
 * <ol>
 *   <li>Members are 14 or older, with a guardian's consent under 18; a resident without a birth date cannot join.
 *   <li>A resident starts with 300 minutes, an institution with none.
 *   <li>Minutes leave the requester and reach the provider. A member may go below zero as far as it has helped before,
 *       at most 600 minutes.
 *   <li>Excluded is help for profit, missionary, political, and mere errands.
 *   <li>A frozen wallet's minutes stay where they are.
 * </ol>
 */
@NullMarked
package kr.dure.core.timebank;

import org.jspecify.annotations.NullMarked;
