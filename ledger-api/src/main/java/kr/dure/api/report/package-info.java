/**
 * Reports over the whole town.
 *
 * <ol>
 *   <li>A report reads one snapshot of the database: all its figures belong to the same position of the log.
 *   <li>Its time is that of the latest operation, refused ones included; what has lapsed by then is free.
 * </ol>
 */
@NullMarked
package kr.dure.api.report;

import org.jspecify.annotations.NullMarked;
