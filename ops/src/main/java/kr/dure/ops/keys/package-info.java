/**
 * The ledger's keys, and how they are kept.
 *
 * <ol>
 *   <li>There are three: the master key of the vault, the key of the hashes, and the key with its certificate by which
 *       the ledger's nodes know each other. They lie in one PKCS12 key store (RFC 7292), {@code keys/dure.p12} in the
 *       data directory or wherever {@code DURE_KEYSTORE} says.
 *   <li>New keys are made for a new ledger only. Where a ledger exists, a missing key store is an error: with new keys
 *       nobody would be known any more, and no personal data could be read.
 *   <li>A key store that is there is never written again, not even if it does not open; but one from before there were
 *       several nodes gets their key added, once, by the first node that serves others. One that is made is whole or not
 *       there at all, and on disk before it is used.
 *   <li>Its password is {@code DURE_KEYSTORE_PASSWORD}, or else generated and kept in {@code keys/password}. Only the
 *       owner may read what is made here. An empty variable counts as none.
 *   <li>Only {@code keys} itself is made when it is missing. A directory named from outside must be there: it may be a
 *       volume that was not mounted.
 *   <li>What goes wrong is said in one sentence, in Korean and then in English, without a key or a password.
 * </ol>
 */
@NullMarked
package kr.dure.ops.keys;

import org.jspecify.annotations.NullMarked;
