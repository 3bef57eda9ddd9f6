package kr.dure.bench;

/** What the subject has acknowledged since it was prepared. */
record Done(long requests, long items, long won) {
    static final Done NOTHING = new Done(0, 0, 0);

    Done plus(Done other) {
        return new Done(requests + other.requests, items + other.items, won + other.won);
    }
}
