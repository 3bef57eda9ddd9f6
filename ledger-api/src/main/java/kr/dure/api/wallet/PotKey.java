package kr.dure.api.wallet;

import java.util.Comparator;

/** A pot, by its number within its wallet; in order, so that neighbours in the table are written together. */
record PotKey(String wallet, long pot) implements Comparable<PotKey> {
    private static final Comparator<PotKey> ORDER =
            Comparator.comparing(PotKey::wallet).thenComparingLong(PotKey::pot);

    @Override
    public int compareTo(PotKey other) {
        return ORDER.compare(this, other);
    }
}
