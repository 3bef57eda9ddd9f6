/**
 * How nodes hand operations to the one that writes, and how other programs of the operator's do.
 *
 * <ol>
 *   <li>A link is a TLS 1.3 connection. Both sides prove that they hold the ledger's link key, and trust no other
 *       certificate: {@link kr.dure.ops.keys.Identity}. Personal data is in operations, and leaves a node in no other way.
 *   <li>On it go frames: four bytes of length, then as many bytes of JSON. The server's first frame is a greeting that
 *       names the version. Then the client sends requests, each with a number, and the server replies to each, in any
 *       order, with an answer or the kind of failure.
 *   <li>Operations of one link are handed in, in the order of their coming.
 *   <li>What is under way on a link is bounded, by number and by size: whoever sends too much waits.
 *   <li>If a link breaks, the outcome of what is under way is unknown. It is repeated by whoever asked, with the same id.
 *   <li>What came by a link from another node is decided here or not at all: nothing goes round in circles.
 *   <li>Whoever sends anything else is cut off, and that is logged once, without what was sent.
 * </ol>
 */
@NullMarked
package kr.dure.ops.link;

import org.jspecify.annotations.NullMarked;
