package kr.dure.core.money;

/** What is counted. Each unit balances to zero by itself; none has decimals. */
public enum Unit {
    /** The local currency, ₩1 each, backed one to one by money on the operating account (Act 4-2). */
    KRW,
    /** Clean-house, energy and reuse points; 1 point is ₩1 once converted. */
    POINT,
    /** Time-bank credit; 1 minute of anyone's time is 1. */
    MINUTE
}
