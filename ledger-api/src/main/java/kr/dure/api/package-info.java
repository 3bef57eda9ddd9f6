/**
 * What others see of a ledger, and how they speak to it: HTTP, read models, reports, audit.
 *
 * <p>{@code projection} follows the log; the features, named as in the core, say what each event changes in their tables;
 * {@code report} reads those tables as one state; {@code audit} checks them against the log. Over HTTP each feature has
 * its resources; {@code http} is what they share, {@code access} says who may do what, {@code log} finds single facts.
 */
@NullMarked
package kr.dure.api;

import org.jspecify.annotations.NullMarked;
