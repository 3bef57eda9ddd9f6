/**
 * The vault: personal data beside the log, never in it (PIPA 21).
 *
 * <ol>
 *   <li>What is known of a person is sealed with AES-256-GCM under a key of that person alone; that key is wrapped by a
 *       master key from a key store.
 *   <li>Erasing the person's key leaves log, balances and proofs as they are, and the data unreadable for good.
 *   <li>Who somebody is, as an opaque proof of identity, is kept only as a keyed hash.
 * </ol>
 */
@NullMarked
package kr.dure.core.vault;

import org.jspecify.annotations.NullMarked;
