/**
 * A second, independent ledger of the town rules, kept in plain maps and written the most straightforward way.
 *
 * <p>It is what the real ledger is tested against, so it shares no code with it and takes no short cut: every pot is
 * kept for ever, every question is answered by looking at all there is, nothing is stored that does not have to be.
 */
package kr.dure.ops.reference;
