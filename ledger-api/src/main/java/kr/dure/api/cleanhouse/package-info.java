/**
 * Clean houses: the points of each wallet that ever brought something, as a table, and over HTTP the weighings of devices.
 *
 * <ol>
 *   <li>An officer registers a device of a site with its public key (Ed25519, RFC 8032) and removes it. A name is not used
 *       twice.
 *   <li>A weighing is what a device has signed, whoever carries it here. It is not older than six hours when it is first
 *       carried, and counts on the day on which it reaches the ledger.
 *   <li>Each weighing of a device has a number of its own. The first request that carries it is the one; what another
 *       request brings under the same number is refused, unless the first is known never to have reached the ledger.
 * </ol>
 */
@NullMarked
package kr.dure.api.cleanhouse;

import org.jspecify.annotations.NullMarked;
