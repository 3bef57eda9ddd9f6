package kr.dure.core.eventlog;

import org.jspecify.annotations.Nullable;

/** What became of an operation in a batch that was committed: an answer, or a fault of the program. */
record Reply(@Nullable Answer answer, @Nullable Throwable fault) {}
