/**
 * Participation income (참여소득): won for hours of public-interest work.
 *
 * <ol>
 *   <li>A payout is one approved batch of many items, all of it checked before any of it pays.
 *   <li>Four eyes: who submits a batch does not approve it.
 *   <li>An item pays floor(minutes × rate per hour / 60) as one EARNED pot; an item that comes to zero makes no pot.
 *   <li>A programme may cap what it pays one wallet in a month, and never pays more than its budget holds.
 * </ol>
 */
@NullMarked
package kr.dure.core.participation;

import org.jspecify.annotations.NullMarked;
