package kr.dure.bench;

/** What the subject has acknowledged since it was prepared. */
public record Done(long requests, long items, long won) {
    public static final Done NOTHING = new Done(0, 0, 0);

    public Done plus(Done other) {
        return new Done(requests + other.requests, items + other.items, won + other.won);
    }
}
