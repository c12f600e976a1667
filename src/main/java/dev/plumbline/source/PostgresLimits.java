package dev.plumbline.source;

import java.time.Duration;

/**
 * How long a capture waits for a PostgreSQL server.
 *
 * @param login     to be let in
 * @param lock      for a table that somebody else has locked
 * @param nextLock  for the tables after one that stayed locked: a migration locks many, and each would cost as much
 * @param statement for the next rows of a table
 */
record PostgresLimits(Duration login, Duration lock, Duration nextLock, Duration statement) {

    static final PostgresLimits USUAL = new PostgresLimits(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(120));

    /** As the server takes it. */
    static String millis(Duration limit) {
        return "'" + limit.toMillis() + "ms'";
    }

    /** As people read it. */
    static String words(Duration limit) {
        return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
