package kr.dure.core.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * How the writer's lease stands.
 *
 * @param epoch of the last taking
 * @param holder the node that holds it and lives, as far as the log's keeper can tell; null while it is free
 */
public record Lease(long epoch, @Nullable String holder) {}
