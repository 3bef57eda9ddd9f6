package kr.dure.api.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import java.util.TreeMap;
import kr.dure.api.audit.LogFold.AccountUnit;

/** The closing balances of each day, of all accounts that changed on it: how many, and a sum of their digests. */
final class Closings {
    private final SortedMap<String, Day> days = new TreeMap<>();
    private final MessageDigest sha;

    Closings() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param digests of all rows added up, so that their order does not matter */
    record Day(long accounts, long digests) {
        @Override
        public String toString() {
            return accounts + " accounts, " + Long.toHexString(digests);
        }
    }

    void add(String day, AccountUnit account, long balance) {
        byte[] row = (account + " " + balance).getBytes(StandardCharsets.UTF_8);
        long digest = ByteBuffer.wrap(sha.digest(row)).getLong();
        days.merge(
                day,
                new Day(1, digest),
                (one, other) -> new Day(one.accounts + other.accounts, one.digests + other.digests));
    }

    SortedMap<String, Day> days() {
        return days;
    }
}
