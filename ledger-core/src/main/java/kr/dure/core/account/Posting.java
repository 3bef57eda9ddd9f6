package kr.dure.core.account;

import kr.dure.core.money.Unit;

/** One side of a double entry: what an event adds to an account, in one unit; negative takes away. */
public record Posting(Account account, Unit unit, long amount) {}
