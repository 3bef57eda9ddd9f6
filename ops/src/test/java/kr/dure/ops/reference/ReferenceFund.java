package kr.dure.ops.reference;

/** One account of the local fund. */
final class ReferenceFund {
    long balance;

    /** All that flowed in, less what cancelled charges and refunds took back. */
    long inflow;

    void receive(long amount) {
        balance += amount;
        inflow += amount;
    }

    void giveBack(long amount) {
        balance -= amount;
        inflow -= amount;
    }

    void spend(long amount) {
        balance -= amount;
    }
}
