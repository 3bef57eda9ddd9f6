package kr.dure.core.eventlog;

/** An operation with what was read for it. */
record Prepared(Operation operation, Prefetched prefetched) {}
