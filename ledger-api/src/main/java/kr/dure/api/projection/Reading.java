package kr.dure.api.projection;

import java.util.Set;

/** Reads the log in batches, folded. */
interface Reading {
    /**
     * What comes after a position, about {@code limit} events of it.
     *
     * @param parked streams of which something lies among the dead letters
     * @throws Poison if the very next thing cannot be read
     */
    Batch read(long after, int limit, Set<String> parked);
}
