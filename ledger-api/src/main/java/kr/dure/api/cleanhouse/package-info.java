/** Clean houses as tables: the points of each wallet that ever brought something. */
@NullMarked
package kr.dure.api.cleanhouse;

import org.jspecify.annotations.NullMarked;
