package dev.plumbline.store;

import dev.plumbline.model.Period;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of a stretch of time of every agent, read once into memory. A parameter prunes no part on disk, so that each
 * agent's question would be a walk through all months; here it is one through a few rows. Only queries whose answer lies
 * within their period are asked here, and of the tables only the columns that they name are kept.
 */
final class Held {

    /** Queries that see no row outside their period, whatever the store holds. */
    static final Set<String> BOUNDED = Set.of(
            "alerts/signs_of_life",
            "samples/actions",
            "samples/active_quarters",
            "samples/beats",
            "samples/confidence",
            "samples/errors_by_day",
            "samples/heartbeat",
            "samples/newest",
            "samples/retrainings",
            "samples/trades");

    static final List<String> TABLES = List.of(
            "candles", "confidence", "decisions", "equity", "events", "modes", "retrainings", "samples", "trades");

    /** So many rows of a table are left on disk. */
    private static final double MOST = 4e6;

    /** What is held must leave out most of the table: otherwise the parts themselves are as quick to read. */
    private static final double SHARE = 0.5;

    private static final int MONTH = "2026-11".length();

    private final Period period;
    private final Set<String> tables;

    private Held(Period period, Set<String> tables) {
        this.period = period;
        this.tables = Set.copyOf(tables);
    }

    static Held of(Connection store, Schema schema, Manifest manifest, Queries queries, Period period) {
        String texts = BOUNDED.stream().sorted().map(queries::text).collect(Collectors.joining("\n"));
        Set<String> words = Pattern.compile("\\W+").splitAsStream(texts).collect(Collectors.toSet());
        Set<String> tables = TABLES.stream()
                .filter(table -> isWorth(manifest, table, period))
                .collect(Collectors.toSet());
        List<String> statements = new ArrayList<>(List.of("CREATE SCHEMA held"));
        for (String table : tables) {
            String columns = Objects.requireNonNull(schema.tables().get(table), table).columnNames().stream()
                    .filter(words::contains)
                    .map(DuckDb::identifier)
                    .collect(Collectors.joining(", "));
            statements.add("CREATE TABLE held." + table + " AS " + select(table, columns, period));
        }
        DuckDb.execute(
                store,
                "reading " + period + " into memory",
                String.join("; ", statements)
                        // whoever asks of several agents has a thread for each core
                        + "; SET threads=1");
        return new Held(period, tables);
    }

    private static boolean isWorth(Manifest manifest, String table, Period period) {
        double all =
                manifest.parts(table).stream().mapToDouble(Manifest.Part::rows).sum();
        double held = rows(manifest, table, period);
        return held <= MOST && held < SHARE * all;
    }

    /** The statements for views of one agent's rows, named by the tables that are held. */
    String views(String schema, String where) {
        return "CREATE SCHEMA " + schema
                + tables.stream()
                        .map(table ->
                                "; CREATE VIEW " + schema + "." + table + " AS SELECT * FROM held." + table + where)
                        .collect(Collectors.joining());
    }

    /** A trade belongs to the times of its entry and of its exit. The times are literals, which do prune parts. */
    private static String select(String table, String columns, Period period) {
        String from = "TIMESTAMP '" + DuckDb.utc(period.from()) + "'";
        String to = "TIMESTAMP '" + DuckDb.utc(period.to()) + "'";
        String select = "SELECT " + columns + " FROM main." + table;
        String inside = " WHERE time >= " + from + " AND time < " + to;
        return table.equals("trades")
                ? select + " WHERE exit_time >= " + from + " AND exit_time < " + to + " UNION ALL " + select + inside
                        + " AND (exit_time IS NULL OR exit_time < " + from + " OR exit_time >= " + to + ")"
                : select + inside;
    }

    /** As many as the parts hold that the stretch touches, or somewhat more. */
    private static double rows(Manifest manifest, String table, Period period) {
        String first = DuckDb.utc(period.from()).toString().substring(0, MONTH);
        String last = DuckDb.utc(period.to()).toString().substring(0, MONTH);
        return manifest.parts(table).stream()
                .filter(part -> part.month().length() < MONTH
                        || (part.month().substring(0, MONTH).compareTo(first) >= 0
                                && part.month().substring(0, MONTH).compareTo(last) <= 0))
                .mapToDouble(Manifest.Part::rows)
                .sum();
    }

    boolean answers(String query, Period asked) {
        return !tables.isEmpty()
                && BOUNDED.contains(query)
                && !asked.from().isBefore(period.from())
                && !asked.to().isAfter(period.to());
    }
}
