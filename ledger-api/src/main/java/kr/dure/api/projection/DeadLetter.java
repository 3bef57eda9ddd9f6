package kr.dure.api.projection;

import java.time.Instant;

/**
 * An event that a projection has put aside.
 *
 * @param projection the group
 * @param error why it could not be taken in, or what it waits for
 * @param attempts how often it was tried; 0 if it only waits behind an earlier one of its stream
 */
public record DeadLetter(
        String projection, long position, String stream, String type, String error, int attempts, Instant parkedAt) {}
