/**
 * Policy money over HTTP: grants, one by one and in batches.
 *
 * <ol>
 *   <li>An officer grants to one wallet. A batch takes two of them.
 *   <li>A batch comes, is looked through and is approved as a payout batch is.
 * </ol>
 */
@NullMarked
package kr.dure.api.policy;

import org.jspecify.annotations.NullMarked;
