package kr.dure.ops.node;

/** What a node is to the ledger's log, just now. */
public sealed interface Role {
    /** Whether operations that are handed in have somewhere to go. */
    default boolean serves() {
        return this instanceof Writing || this instanceof Standby;
    }

    /** It looks for who holds the lease. */
    record Seeking() implements Role {
        @Override
        public String toString() {
            return "looking for the writer";
        }
    }

    /** It has taken the lease, or tries to, and reads the log. */
    record TakingOver() implements Role {
        @Override
        public String toString() {
            return "taking over";
        }
    }

    /** It decides. */
    record Writing(long epoch) implements Role {
        @Override
        public String toString() {
            return "writer";
        }
    }

    /** It forwards to the node that decides. */
    record Standby(String holder) implements Role {
        @Override
        public String toString() {
            return "standby of " + holder;
        }
    }

    /** Another node holds the lease and lives, but there is no link to it. */
    record CutOff(String holder) implements Role {
        @Override
        public String toString() {
            return "cut off from " + holder;
        }
    }

    /** Another node has taken the lease that was this one's; it goes on as a standby. */
    record LeaseGone(long epoch) implements Role {
        @Override
        public String toString() {
            return "lost the lease";
        }
    }

    /** It is closed. */
    record Closed() implements Role {
        @Override
        public String toString() {
            return "closed";
        }
    }
}
