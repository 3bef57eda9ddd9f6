/** Settlement as tables: batches, and each merchant's item in them: waiting, paid or rejected. */
@NullMarked
package kr.dure.api.settlement;

import org.jspecify.annotations.NullMarked;
