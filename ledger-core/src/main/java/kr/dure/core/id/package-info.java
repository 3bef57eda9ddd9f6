/**
 * The names of things: what they are called in events, in the log and in every interface.
 *
 * <ol>
 *   <li>An id is a name given from outside: 1 to 64 code points, no control character ({@link kr.dure.core.id.Names}).
 *   <li>An id that names an aggregate is a {@link kr.dure.core.id.StreamId}.
 *   <li>Nothing personal is ever an id: who a resident is stands in the vault.
 * </ol>
 */
@NullMarked
package kr.dure.core.id;

import org.jspecify.annotations.NullMarked;
