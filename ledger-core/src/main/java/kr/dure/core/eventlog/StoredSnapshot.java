package kr.dure.core.eventlog;

/** The state of an aggregate after the event with {@code sequence}: a shortcut that can be thrown away at any time. */
public record StoredSnapshot(String stream, long sequence, String form, String state) {}
