/**
 * Policy money (정책수당, 재난지원금): granted by a programme, usable until a fixed date.
 *
 * <ol>
 *   <li>A grant is a POLICY pot that expires on the programme's day, or five years after issue if it has none.
 *   <li>It is drawn from the programme's budget at once, and never more than that holds.
 *   <li>A batch of grants is approved by another person than submitted it, and all of it is checked before any of it is
 *       granted.
 * </ol>
 */
@NullMarked
package kr.dure.core.policy;

import org.jspecify.annotations.NullMarked;
