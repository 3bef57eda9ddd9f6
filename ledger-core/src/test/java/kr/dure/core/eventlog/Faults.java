package kr.dure.core.eventlog;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong in one simulation, and how often: some kinds of trouble, in storms. */
final class Faults {
    enum Kind {
        /** An append that never arrives, and nobody can tell. */
        APPEND_LOST,
        /** An append that is committed, and its answer is lost. */
        ANSWER_LOST,
        /** The log can take nothing. */
        APPEND_UNAVAILABLE,
        /** The log does not want a batch. */
        APPEND_REFUSED,
        /** Another node takes the lease between decision and append. */
        LEASE_TAKEN,
        /** The node dies before its append arrives, or after, or it arrives when the node is long dead. */
        DEATH_IN_APPEND,
        /** A reading fails, ahead of the turn or in it. */
        READ_UNAVAILABLE,
        /** Snapshots are stored in part or not at all. */
        SNAPSHOTS_LOST
    }

    private final Chance chance;
    private final Set<Kind> possible = EnumSet.noneOf(Kind.class);
    private int percent;

    Faults(Chance chance) {
        this.chance = chance;
        for (Kind kind : Kind.values()) {
            if (chance.percent(60)) {
                possible.add(kind);
            }
        }
    }

    /** The weather changes: mostly it is calm. */
    void change() {
        percent = chance.percent(55) ? 0 : chance.between(1, 25);
    }

    void end() {
        percent = 0;
    }

    boolean strikes(Kind kind) {
        return percent > 0 && possible.contains(kind) && chance.percent(percent);
    }

    @Override
    public String toString() {
        return percent + " % of " + possible;
    }
}
