package dev.plumbline.notify;

import java.time.Duration;

/**
 * How long to try.
 *
 * @param attempts at most
 * @param pause    before the second attempt; it doubles
 * @param longest  that a server may ask to wait
 * @param timeout  of one attempt
 */
record Patience(int attempts, Duration pause, Duration longest, Duration timeout) {

    static final Patience USUAL =
            new Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(15));

    /** Before the next attempt, counted from 1. */
    Duration pause(int attempt) {
        Duration wait = pause.multipliedBy(1L << Math.min(10, attempt - 1));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
