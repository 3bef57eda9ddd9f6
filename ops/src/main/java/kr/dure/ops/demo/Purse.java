package kr.dure.ops.demo;

/**
 * About what a wallet holds: what it surely has, and what it has at most. Cashback, and what goes back of it, is what
 * is not counted exactly.
 */
final class Purse {
    private static final int CASHBACK_AT_MOST_PERCENT = 8;
    private static final int REFUND_AT_LEAST_PERCENT = 90;

    private final String wallet;
    private final String dong;
    private final int keeps;
    private long atLeast;
    private long atMost;
    private long bought;
    private long policy;
    private long policyAtMost;
    private int uses;
    private boolean frozen;
    private boolean granted;

    /** @param keeps what its owner never spends below */
    Purse(String wallet, String dong, int keeps) {
        this.wallet = wallet;
        this.dong = dong;
        this.keeps = keeps;
    }

    String wallet() {
        return wallet;
    }

    String dong() {
        return dong;
    }

    boolean canSpend(long amount) {
        return !frozen && amount <= atLeast - keeps;
    }

    /** POLICY, CASHBACK and PROJECT cannot be given away, so that who was granted any does not give. */
    boolean canGive(long amount) {
        return canSpend(amount) && !granted;
    }

    boolean surelyLacks(long amount) {
        return !frozen && amount > atMost;
    }

    boolean canSpendPolicy(long amount) {
        return canSpend(amount) && amount <= policy;
    }

    boolean surelyLacksPolicy(long amount) {
        return !frozen && amount > policyAtMost;
    }

    long surely() {
        return atLeast;
    }

    long bought() {
        return bought;
    }

    /** How often anything has left the purse. */
    int uses() {
        return uses;
    }

    void gets(long amount) {
        atLeast += amount;
        atMost += amount;
    }

    void buys(long amount) {
        gets(amount);
        bought += amount;
    }

    void buysNot(long amount) {
        atLeast = Math.max(0, atLeast - amount);
        atMost -= amount;
        bought -= amount;
    }

    /** It may lose as much, or not. */
    void mayLose(long amount) {
        atLeast = Math.max(0, atLeast - amount);
    }

    void isGranted(long amount) {
        gets(amount);
        granted = true;
        policy += amount;
        policyAtMost += amount;
    }

    void spends(long amount) {
        atLeast -= amount;
        atMost -= amount;
        policyAtMost = Math.max(policyAtMost - amount, 0);
        policy = Math.max(policy - amount, 0);
        uses++;
    }

    void earnsCashback(long amount) {
        atMost += amount * CASHBACK_AT_MOST_PERCENT / 100;
    }

    /** What was held and not taken is free again. */
    void getsBack(long amount) {
        gets(amount);
        policyAtMost += granted ? amount : 0;
    }

    void isRefunded(long amount) {
        atLeast += amount * REFUND_AT_LEAST_PERCENT / 100;
        atMost += amount;
        policyAtMost += granted ? amount : 0;
    }

    void losesPolicy() {
        mayLose(policyAtMost);
        policy = 0;
        policyAtMost = 0;
    }

    boolean isFrozen() {
        return frozen;
    }

    void freeze(boolean frozen) {
        this.frozen = frozen;
    }
}
