/**
 * What others see of a ledger: read models, reports, audit.
 *
 * <p>{@code projection} follows the log; the features, named as in the core, say what each event changes in their tables;
 * {@code report} reads those tables as one state; {@code audit} checks them against the log.
 */
@NullMarked
package kr.dure.api;

import org.jspecify.annotations.NullMarked;
