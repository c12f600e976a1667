package dev.plumbline.store;

import java.sql.SQLException;

/** A query that could not be prepared or run: which file, which line of it, and DuckDB's own words. */
public final class QueryFailed extends RuntimeException {

    public QueryFailed(String query, SQLException cause) {
        super(query + ": " + firstLines(cause), cause);
    }

    private static String firstLines(SQLException cause) {
        String text = String.valueOf(cause.getMessage()).strip();
        int blank = text.indexOf("\n\nLINE");
        return blank < 0 ? text.replace('\n', ' ') : text.substring(0, blank) + " at " + text.substring(blank + 2);
    }
}
