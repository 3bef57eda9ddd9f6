/**
 * What happens at a shop, sent to a receiver of its own.
 *
 * <ol>
 *   <li>A receiver is told exactly what the shop hears by {@code GET /pos/events}: at least once, from its registration on.
 *       {@code webhook-id} is the same however often something is sent.
 *   <li>In the order of the log, one at a time, as long as everything gets through. What failed is tried again later, and
 *       what comes after it does not wait: {@code position} tells the order.
 *   <li>Messages are signed as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> are, with a secret that is
 *       told once and kept nowhere: it is made of the webhook's id under the ledger's key.
 *   <li>An answer of 200 to 299 within 10 seconds is a delivery; nothing else of it is looked at, and no redirect followed.
 *       Otherwise it is tried again after 5 seconds, 10, 20, … up to 6 hours, for 3 days. A receiver to which nothing got
 *       through for 5 days is disabled.
 *   <li>The queue is filled in the transaction that moves its place in the log on, so nothing is missing and nothing is
 *       there twice. A receiver is leased to whoever delivers to it, for a while: of several nodes one does, and another
 *       one goes on if that dies. A receiver that is slow or dead keeps only its own messages waiting.
 *   <li>Nothing leads into private networks: https alone, to a name, port 443 or one from 1024 on; every address of the
 *       name must be public, when it is registered and whenever it is connected to, and the very address that was looked
 *       at is the one that is connected to.
 *   <li>Deliveries are forgotten after 30 days. What happened stands in the log.
 * </ol>
 */
@NullMarked
package kr.dure.api.webhook;

import org.jspecify.annotations.NullMarked;
