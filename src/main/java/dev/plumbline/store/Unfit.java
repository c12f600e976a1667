package dev.plumbline.store;

import dev.plumbline.model.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Staged rows that cannot stay: those of the future, and those that a later row of the same id replaces. */
final class Unfit {

    /** Rows further in the future than this are rejected, so that a wrong zone cannot move "now". */
    private static final long FUTURE_SECONDS = 300;

    private Unfit() {}

    /** What lies after it is of the future. */
    static Instant future() {
        return Instant.now().plusSeconds(FUTURE_SECONDS);
    }

    /** Takes out rows that lie in the future or say twice who they are; those before the first were looked at before. */
    static List<Rejected> takenOut(Staging staging, String table, long first) {
        String name = DuckDb.identifier(table);
        List<Rejected> rejected = new ArrayList<>();
        Rows future = staging.select(
                "future rows of " + table,
                "SELECT COALESCE(file, '') AS file, COUNT(*) AS n, MAX(CAST(time AS VARCHAR)) AS newest FROM staged."
                        + name + " WHERE time > ? GROUP BY file ORDER BY file",
                future());
        for (int i = 0; i < future.size(); i++) {
            rejected.add(
                    inFuture(table, future.texts("file")[i], (long) future.doubles("n")[i], future.texts("newest")[i]));
        }
        if (!future.isEmpty()) {
            DuckDb.update(
                    staging.connection(),
                    "future rows of " + table,
                    "DELETE FROM staged." + name + " WHERE time > ?",
                    future());
        }
        rejected.addAll(dropRepeated(staging, table, first));
        return rejected;
    }

    static Rejected inFuture(String table, String file, long n, String newest) {
        return new Rejected(
                file,
                0,
                0,
                newest,
                n + " rows of " + table
                        + " lie in the future: a time up to now was expected; name the bot's zone with --zone");
    }

    /**
     * Of rows with equal ids the last one stays. Looks at the agents that have rows from the first on.
     *
     * @return where another file's row is another thing, such as the first trade of another bot
     */
    static List<Rejected> dropRepeated(Staging staging, String table, long first) {
        String name = DuckDb.identifier(table);
        Rows repeated = staging.select(
                "repeated rows of " + table,
                "SELECT 1 AS n FROM (SELECT hash(system, agent, id) AS h FROM staged." + name
                        + " WHERE agent IN (SELECT agent FROM staged." + name + " WHERE rowid >= " + first
                        + ")) GROUP BY h HAVING COUNT(*) > 1 LIMIT 1");
        List<Rejected> displaced = repeated.isEmpty() ? List.of() : displaced(staging, table);
        if (!repeated.isEmpty()) {
            DuckDb.update(
                    staging.connection(),
                    "repeated rows of " + table,
                    "DELETE FROM staged." + name + " WHERE rowid NOT IN (SELECT MAX(rowid) FROM staged." + name
                            + " GROUP BY system, agent, id)");
        }
        return displaced;
    }

    /** Rows that give way to one of the same id in another file which is of another time or symbol, or another value of the account. */
    private static List<Rejected> displaced(Staging staging, String table) {
        String name = DuckDb.identifier(table);
        String other = table.equals("equity")
                ? "s.value <> l.value"
                : "(s.symbol_written <> l.symbol_written OR s.time <> l.time)";
        Rows rows = staging.select("rows of " + table + " that give way", """
                WITH again AS (SELECT system, agent, id, MAX(rowid) AS last FROM staged.%1$s GROUP BY ALL HAVING COUNT(*) > 1)
                SELECT s.file, l.file AS stays, s.agent, COUNT(*) AS n, MIN(s.id) AS example
                FROM staged.%1$s AS s JOIN again AS a ON s.system = a.system AND s.agent = a.agent AND s.id = a.id
                     JOIN staged.%1$s AS l ON l.rowid = a.last
                WHERE s.file <> l.file AND %2$s
                GROUP BY ALL ORDER BY s.file, stays
                """.formatted(name, other));
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            rejected.add(new Rejected(
                    rows.texts("file")[i],
                    0,
                    0,
                    rows.texts("example")[i],
                    "%.0f rows of %s have an id that %s says of something else, which stays: import each bot's files with an --agent of its own (now %s)"
                            .formatted(rows.doubles("n")[i], table, rows.texts("stays")[i], rows.texts("agent")[i])));
        }
        return rejected;
    }
}
