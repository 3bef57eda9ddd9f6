package kr.dure.core.eventlog;

import java.time.Instant;

/** A refusal as the log keeps it: {@code answer} is JSON with the code and the figures. */
public record StoredRefusal(String operation, byte[] digest, Instant at, String code, String answer) {}
