package dev.plumbline.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PgBouncer says between a program and its server, in one line for people. All of it has one SQL state. */
final class PoolerFailure {

    static final String STATE = "08P01";

    private static final Pattern PARAMETER =
            Pattern.compile("unsupported startup parameter(?: in options)?: \"?(\\w+)\"?");

    private PoolerFailure() {}

    /** Empty where it is nothing that a pooler says. */
    static Optional<String> words(String line, PostgresUrl url) {
        String said = line.toLowerCase(Locale.ROOT);
        String pooler = "the pooler at " + url.place();
        Matcher parameter = PARAMETER.matcher(said);
        if (parameter.find()) {
            return Optional.of(pooler + " refuses the parameter " + parameter.group(1) + ": add it to"
                    + " ignore_startup_parameters in its pgbouncer.ini, or name the server itself");
        }
        if (said.contains("statement pooling mode")) {
            return Optional.of(pooler + " shares its connections between statements, and tables are copied in one"
                    + " transaction: set pool_mode = transaction for this database, or name the server itself");
        }
        if (any(said, "cannot connect to server", "server login", "server_login", "server down", "connect failed")) {
            return Optional.of(pooler + " does not reach its server: check whether PostgreSQL is running, and its"
                    + " place and user in pgbouncer.ini (" + line + ")");
        }
        if (any(said, "does not exist", "no such database")) {
            return Optional.of("there is no database " + url.database() + " at " + url.place());
        }
        if (any(said, "authentication failed", "auth failed", "no such user", "not allowed")) {
            return Optional.of(PostgresFailure.notLetIn(url, line));
        }
        if (any(said, "query_wait_timeout")) {
            return Optional.of(
                    pooler
                            + " had no connection to give: all are busy, or its server is down; try again later, or name the server itself");
        }
        if (any(said, "max_client_conn", "too many", "no more connections")) {
            return Optional.of(pooler + " takes no further connections: try again later, or name the server itself");
        }
        return Optional.empty();
    }

    private static boolean any(String said, String... words) {
        for (String word : words) {
            if (said.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
