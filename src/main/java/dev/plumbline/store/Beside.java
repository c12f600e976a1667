package dev.plumbline.store;

import java.sql.Connection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * A scratch database in the same DuckDB as another one, so that two threads fill one each. Where nothing has to be compared, the
 * rows stay where they are and are published from both.
 */
final class Beside {

    private static final String NAME = "beside";

    private Beside() {}

    static Connection open(Staging first) {
        Connection connection = DuckDb.another(first.connection());
        DuckDb.execute(connection, "opening DuckDB", "ATTACH ':memory:' AS " + NAME + "; USE " + NAME);
        // each of the two threads works for itself: helpers would only take turns with them
        DuckDb.execute(connection, "opening DuckDB", "SET threads=1");
        return connection;
    }

    /**
     * Makes the rows of the second the first's too. Those of a table that is published already, or that holds rows of one agent in
     * both, are moved behind the first's: of rows with equal ids the last one stays.
     */
    static void adopt(Staging first, Staging second, Predicate<String> isPublished) {
        String here = DuckDb.identifier(first.select("name of the database", "SELECT current_database() AS name")
                .texts("name")[0]);
        List<String> filled =
                first.tables().stream().filter(table -> second.count(table) > 0).toList();
        List<String> shared =
                filled.stream().filter(table -> isShared(first, table)).toList();
        Queue<String> tables = new ConcurrentLinkedQueue<>();
        for (String table : filled) {
            if (shared.contains(table) || isPublished.test(table)) {
                tables.add(table);
            } else {
                first.also(table, NAME);
            }
        }
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> some = other.submit(() -> move(tables, here, second.connection()));
            move(tables, here, first.connection());
            some.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were brought together", e);
        } finally {
            other.shutdown();
        }
        DuckDb.execute(first.connection(), "rows of both", "RESET threads");
        shared.forEach(table -> first.displaced(Unfit.dropRepeated(first, table, 0)));
    }

    /** Whether both hold rows of one agent. */
    private static boolean isShared(Staging first, String table) {
        String name = DuckDb.identifier(table);
        return !first.select(
                        "agents of both",
                        "SELECT 1 AS n FROM (SELECT DISTINCT system, agent FROM " + NAME + ".staged." + name
                                + ") SEMI JOIN (SELECT DISTINCT system, agent FROM staged." + name
                                + ") USING (system, agent) LIMIT 1")
                .isEmpty();
    }

    /** Whichever table is next, until there is none. */
    private static void move(Queue<String> tables, String here, Connection connection) {
        for (String table = tables.poll(); table != null; table = tables.poll()) {
            String name = ".staged." + DuckDb.identifier(table);
            DuckDb.execute(connection, "rows of both", "INSERT INTO " + here + name + " SELECT * FROM " + NAME + name);
            DuckDb.execute(connection, "rows of both", "DROP TABLE " + NAME + name);
        }
    }
}
