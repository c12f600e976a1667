package dev.plumbline.store;

import java.sql.SQLException;

/** A query that could not be prepared or run: which file, which line of it, and DuckDB's own words. */
public final class QueryFailed extends RuntimeException {

    public QueryFailed(String query, SQLException cause) {
        super(query + ": " + firstLines(cause), cause);
    }

    /** The cause in one line, with the line of the query but without the mark below it. */
    private static String firstLines(SQLException cause) {
        String text = String.valueOf(cause.getMessage()).strip();
        int blank = text.indexOf("\n\nLINE");
        String words = (blank < 0 ? text : text.substring(0, blank)).replaceAll("\\s+", " ");
        return blank < 0
                ? words
                : words + " at "
                        + text.substring(blank + 2)
                                .lines()
                                .findFirst()
                                .orElse("")
                                .strip();
    }
}
