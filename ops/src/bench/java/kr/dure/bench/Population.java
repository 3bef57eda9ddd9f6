package kr.dure.bench;

/**
 * How much there is of everything before the load.
 *
 * @param wallets each with {@value #FUNDS} won of bought local currency
 * @param projections whether views are kept up to date beside the load
 * @param preloaded events that the ledger holds already, of wallets that take no part
 */
public record Population(int wallets, int merchants, boolean projections, long preloaded) {
    public static final long FUNDS = 700_000;
    public static final String FUNDS_TEXT = "₩700,000";

    Population withProjections() {
        return new Population(wallets, merchants, true, preloaded);
    }

    Population preloadedWith(long events) {
        return new Population(wallets, merchants, projections, events);
    }
}
