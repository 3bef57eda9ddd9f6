/**
 * Activity: what happens how often, day by day, for those who look after the town.
 *
 * <ol>
 *   <li>It counts events, and moves no value: what it cannot take in becomes a dead letter, and the rest goes on.
 * </ol>
 */
@NullMarked
package kr.dure.api.activity;

import org.jspecify.annotations.NullMarked;
