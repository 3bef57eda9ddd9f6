/**
 * The vault: personal data beside the log, never in it (PIPA 21).
 *
 * <ol>
 *   <li>What is known of a person is sealed with AES-256-GCM under a key of that person alone; that key is wrapped by a
 *       master key from a key store.
 *   <li>Erasing the person's key leaves log, balances and proofs as they are, and the data unreadable for good.
 *   <li>Who somebody is, as an opaque proof of identity, is kept only as a keyed hash.
 *   <li>Sealed data says in its first byte how it was sealed. Whatever was changed in it, and another person's row,
 *       does not open at all; the refusal names the person's id and never the data.
 *   <li>Two keys that have nothing to do with each other: the master key can be changed by wrapping every person's key
 *       anew; the key of the hashes cannot, for the log holds what it made, and the genesis names its fingerprint.
 *   <li>Chance and keys come in from outside.
 * </ol>
 */
@NullMarked
package kr.dure.core.vault;

import org.jspecify.annotations.NullMarked;
