/** Programmes as tables: their terms, and what each budget line still holds. */
@NullMarked
package kr.dure.api.programme;

import org.jspecify.annotations.NullMarked;
