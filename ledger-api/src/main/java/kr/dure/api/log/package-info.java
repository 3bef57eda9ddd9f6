/** The log, as far as others than its writer read it for single answers. Projections read it whole, batch by batch. */
@NullMarked
package kr.dure.api.log;

import org.jspecify.annotations.NullMarked;
