/** Charges as those see them who ask for them, pay for them, and take the money in. */
@NullMarked
package kr.dure.api.funding;

import org.jspecify.annotations.NullMarked;
