/**
 * Clean houses (클린하우스): points for what residents bring, by weight.
 *
 * <ol>
 *   <li>A deposit earns floor(counted grams × rate / 1000) points, twice the rate on a recycling day.
 *   <li>A wallet has a daily cap of grams over all programmes; grams count also where they earn nothing.
 *   <li>Points are drawn from the programme's budget at once: the won that back them are set aside until they are
 *       converted or pay for waste bags (종량제 봉투).
 *   <li>Points convert into won in steps of ten, into an EARNED pot. A frozen wallet's points stay where they are.
 * </ol>
 */
@NullMarked
package kr.dure.core.cleanhouse;

import org.jspecify.annotations.NullMarked;
