package kr.dure.core.programme;

import kr.dure.core.id.BudgetLine;
import kr.dure.core.money.Won;

/** What a payout took from one budget line. */
public record Draw(BudgetLine line, Won amount) {}
