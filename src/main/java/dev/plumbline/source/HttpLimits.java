package dev.plumbline.source;

import java.time.Duration;

/**
 * How long a pull waits, and how much it takes.
 *
 * @param connect    for a connection
 * @param answer     for a whole answer, from the request to its last byte
 * @param bytes      of one answer
 * @param pull       bytes of all answers together
 * @param timeOuts   after so many answers that did not come the pull is given up
 */
record HttpLimits(Duration connect, Duration answer, long bytes, long pull, int timeOuts) {

    static final HttpLimits USUAL =
            new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), 64L << 20, 1L << 30, 3);
}
