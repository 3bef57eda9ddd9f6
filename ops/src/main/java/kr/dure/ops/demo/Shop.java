package kr.dure.ops.demo;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A merchant of the town.
 *
 * @param annualSales above the cap it takes policy money only
 * @param cheapest what a small purchase costs
 * @param dearest what a large purchase costs
 * @param opens the hour
 * @param closes the hour
 */
record Shop(
        String id,
        String dong,
        String trade,
        long annualSales,
        List<String> owners,
        int cheapest,
        int dearest,
        int opens,
        int closes) {
    static final long SALES_CAP = 3_000_000_000L;

    private static final String MARKET_STALL = "market-stall";
    private static final int CONTRIBUTION_PER_MILLE = 5;

    /** A merchant's own share of a payment, for the fund. */
    static long contribution(long payment) {
        return payment * CONTRIBUTION_PER_MILLE / 1000;
    }

    boolean isOpen(LocalDateTime now) {
        boolean hour = now.getHour() >= opens && now.getHour() < closes;
        return hour && (!isStall() || DemoCalendar.isMarketDay(now.toLocalDate()));
    }

    boolean isStall() {
        return trade.equals(MARKET_STALL);
    }

    boolean takesPolicyOnly() {
        return annualSales > SALES_CAP;
    }
}
