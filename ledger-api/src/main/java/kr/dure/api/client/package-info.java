/**
 * Programs that sign in: the clients of OAuth 2.1 (RFC 6749).
 *
 * <ol>
 *   <li>An operator adds and removes them; each acts for one subject.
 *   <li>A secret is told once and kept as a keyed hash.
 * </ol>
 */
@NullMarked
package kr.dure.api.client;

import org.jspecify.annotations.NullMarked;
