/**
 * The ledger's own stream: its birth, and what it does to all wallets at once.
 *
 * <ol>
 *   <li>The first event of every log says what kind of ledger it is. Only a simulation ledger takes imports, a clock
 *       from outside and locally made tokens; a production ledger never does, and neither ever becomes the other.
 *   <li>The genesis names the fingerprint of the keys with which persons and requests are hashed: other keys would
 *       forget who is who, so a ledger opened with them refuses to run.
 * </ol>
 */
@NullMarked
package kr.dure.core.genesis;

import org.jspecify.annotations.NullMarked;
