package dev.plumbline.store;

import java.sql.Connection;

/** A scratch database in the same DuckDB as another one, so that two threads fill one each and the rows come together quickly. */
public final class Beside {

    private static final String NAME = "beside";

    private Beside() {}

    static Connection open(Staging first) {
        Connection connection = DuckDb.another(first.connection());
        DuckDb.execute(connection, "opening DuckDB", "ATTACH ':memory:' AS " + NAME + "; USE " + NAME);
        // each of the two threads works for itself: helpers would only take turns with them
        DuckDb.execute(connection, "opening DuckDB", "SET threads=1");
        return connection;
    }

    /** Moves the rows of the second behind those of the first: of rows with equal ids the last one stays. */
    public static void adopt(Staging first, Staging second) {
        DuckDb.execute(first.connection(), "rows of both", "RESET threads");
        for (String table : first.tables()) {
            String name = DuckDb.identifier(table);
            String theirs = NAME + ".staged." + name;
            boolean shared = !first.select(
                            "agents of both",
                            "SELECT 1 AS n FROM (SELECT DISTINCT system, agent FROM " + theirs
                                    + ") SEMI JOIN (SELECT DISTINCT system, agent FROM staged." + name
                                    + ") USING (system, agent) LIMIT 1")
                    .isEmpty();
            DuckDb.execute(
                    first.connection(), "rows of both", "INSERT INTO staged." + name + " SELECT * FROM " + theirs);
            DuckDb.execute(second.connection(), "rows of both", "DROP TABLE staged." + name);
            if (shared) {
                first.dropRepeated(table, 0);
            }
        }
    }
}
