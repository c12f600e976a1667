package dev.plumbline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement that someone typed, known to be a single one that only reads.
 *
 * @param sql        the statement
 * @param parameters how many {@code ?} it has
 */
public record Selection(String sql, int parameters) {

    /** DuckDB's parser judges: it writes down nothing but SELECTs as JSON. */
    private static final String JUDGE = """
            SELECT COALESCE(tree->>'error_message', '') AS message,
                   CAST(COALESCE(json_array_length(tree, '$.statements'), 0) AS DOUBLE) AS n
            FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS tree)""";

    /** @throws IllegalArgumentException when it is no SQL, more than one statement, or one that is not a SELECT */
    public static Selection of(Store store, String sql) {
        Rows judged = Store.select(store.connection(), "reading the query", JUDGE, sql);
        String message = judged.texts("message")[0];
        if (message.startsWith("Only SELECT")) {
            throw new IllegalArgumentException("the store is read-only here: one SELECT was expected");
        }
        if (!message.isEmpty()) {
            throw new IllegalArgumentException("the query cannot be read: " + message);
        }
        int n = (int) judged.doubles("n")[0];
        if (n != 1) {
            throw new IllegalArgumentException("found " + n + " statements: one SELECT was expected");
        }
        return new Selection(sql, parameters(store.connection(), sql));
    }

    private static int parameters(Connection connection, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.getParameterMetaData().getParameterCount();
        } catch (SQLException e) {
            throw new QueryFailed("query", e);
        }
    }
}
