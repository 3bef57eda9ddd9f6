package kr.dure.core.wallet;

import java.time.Instant;
import java.time.YearMonth;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;

/**
 * What a wallet remembers of a charge.
 *
 * @param base PURCHASED left right after it
 * @param spentBefore all PURCHASED ever spent before it, net of refunds
 */
record ChargeOnRecord(
        OperationId charge, YearMonth month, Won amount, Won base, Won spentBefore, Instant cancellableUntil) {}
