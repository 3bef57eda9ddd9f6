/**
 * How money leaves the ledger: batches of what merchants are owed, and what the bank said of them. The rules stand in
 * {@link kr.dure.core.settlement}.
 */
@NullMarked
package kr.dure.settlement;

import org.jspecify.annotations.NullMarked;
