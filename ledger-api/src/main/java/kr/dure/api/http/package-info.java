/**
 * How the ledger is spoken to over HTTP, whatever is asked: the resources of the features stand in their own packages.
 *
 * <ol>
 *   <li>Every POST carries an {@code Idempotency-Key}, scoped to the client and the route. The operation's id is made of
 *       the three, so that whoever repeats a request, on whichever node, names the same operation and gets the first
 *       answer; the same key with other content is refused, {@code id-reused}. What is turned away before the ledger
 *       decides (400, 401, 403, 429, 503) claims no key.
 *   <li>JSON is read strictly: no field twice, none unknown or missing, no number as a string, no fraction, nothing too
 *       long or too deep.
 *   <li>A "no" is a problem (RFC 9457) with a stable {@code code}; its figures are for the wallet's own holder.
 *   <li>An answer says at which {@code Dure-Position} of the log it stands. A GET that brings a position waits, not for
 *       long, until the views have reached it.
 * </ol>
 */
@NullMarked
package kr.dure.api.http;

import org.jspecify.annotations.NullMarked;
