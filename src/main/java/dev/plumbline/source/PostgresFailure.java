package dev.plumbline.source;

import java.net.UnknownHostException;
import java.sql.SQLException;

/** What went wrong with a PostgreSQL server, in one line for people. */
final class PostgresFailure {

    private static final String LOCKED = "55P03";
    private static final String WAITED = "; a pooler there keeps people waiting while its own server is down";

    private PostgresFailure() {}

    static String words(SQLException failure, PostgresUrl url, PostgresLimits limits) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "08001" ->
                caused(failure, UnknownHostException.class)
                        ? "there is no host " + url.place() + ": check the name"
                        : "no PostgreSQL answers at " + url.place() + ": check host and port, and whether it is running"
                                + (line(failure).contains("attempt timed out") ? WAITED : "");
            case "08004", "28000", "28P01" -> notLetIn(url, line(failure));
            case PoolerFailure.STATE -> PoolerFailure.words(line(failure), url).orElse(broke(failure));
            case "3D000" -> "there is no database " + url.database() + " at " + url.place();
            case "42501" -> "permission denied: GRANT USAGE on the schema and SELECT on its tables to " + url.user();
            case "53300" -> "the server takes no further connections: try again later";
            case LOCKED -> "the table stayed locked by another session: try again later";
            case "57014" ->
                "the server took longer than " + PostgresLimits.words(limits.statement())
                        + ": try again when it is less busy";
            // not the server's words, but those of the file that is written
            case "null" -> "it cannot be copied: " + line(failure);
            default -> state.startsWith("08") ? broke(failure) : line(failure) + " (SQL state " + state + ")";
        };
    }

    static String notLetIn(PostgresUrl url, String line) {
        return "the server does not let " + url.user()
                + " in: check user and password, which may stand in the URL, in PGPASSWORD or in ~/.pgpass (" + line
                + ")";
    }

    private static String broke(SQLException failure) {
        return "the connection broke: " + line(failure);
    }

    /** Whether nothing more can be asked of this connection. */
    static boolean ends(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** Whether somebody else had the table locked for too long. */
    static boolean locked(SQLException failure) {
        return LOCKED.equals(failure.getSQLState());
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String line(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .strip();
    }
}
