/**
 * The rule book over HTTP.
 *
 * <ol>
 *   <li>Whoever is known here reads the rules in force, and those to come.
 *   <li>A version is proposed and approved by two people. What cannot be a rule is named before it is proposed.
 * </ol>
 */
@NullMarked
package kr.dure.api.rulebook;

import org.jspecify.annotations.NullMarked;
