package dev.plumbline.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are not copied into staging: a view computes them from what was read, and they are published straight from
 * there. For millions of rows the copy would cost more than all the rest.
 *
 * @param table  the canonical table
 * @param view   with all its columns but the number of the import
 * @param agents a table of their systems and agents
 * @param months that they lie in
 * @param rows how many there are
 * @param sorted whether the rows come by agent and time already
 * @param constants columns that say the same in every row
 */
record Direct(
        String table,
        String view,
        String agents,
        List<String> months,
        long rows,
        boolean sorted,
        Map<String, @Nullable String> constants) {

    Direct {
        months = List.copyOf(months);
    }

    /** A view over a query that fills a canonical table, with what {@link Staging#complete} would fill in. */
    static Direct of(
            Connection connection,
            Schema.Table table,
            String source,
            Staging.Known known,
            int number,
            ImportOptions options,
            UnaryOperator<String> canonicalSymbol) {
        Map<String, String> values = new HashMap<>();
        for (String column : Store.select(
                        connection, "columns", "SELECT column_name FROM (DESCRIBE SELECT * FROM " + source + ")")
                .texts("column_name")) {
            values.put(column, "r." + DuckDb.identifier(column));
        }
        String symbols = "raw.direct_symbols_" + number;
        DuckDb.execute(connection, "symbols", "CREATE TABLE " + symbols + " (written VARCHAR, canonical VARCHAR)");
        String[] written = known.symbols()
                .map(query -> Store.select(connection, "symbols", "SELECT symbol AS s FROM (" + query + ")")
                        .texts("s"))
                .orElse(new String[0]);
        boolean renamed = Stream.of(written)
                .anyMatch(symbol -> !canonicalSymbol.apply(symbol).equals(symbol));
        for (String symbol : written) {
            DuckDb.update(
                    connection,
                    "symbols",
                    "INSERT INTO " + symbols + " VALUES (?, ?)",
                    symbol,
                    canonicalSymbol.apply(symbol));
        }
        String agent = literal(options.agent().orElse("unnamed"));
        values.put("time_us", "epoch_us(r.time)");
        values.put("day", "CAST(r.time AS DATE)");
        values.put("weekday", "isodow(r.time)");
        values.put("system", literal(options.system()));
        values.put(
                "account",
                coalesce(
                        values,
                        "account",
                        options.account().map(Direct::literal).orElse(coalesce(values, "agent", agent))));
        values.put("agent", coalesce(values, "agent", agent));
        values.put(
                "exchange",
                coalesce(
                        values,
                        "exchange",
                        options.exchange().map(Direct::literal).orElse("NULL")));
        values.put(
                "environment",
                coalesce(values, "environment", literal(options.environment().orElse("unknown"))));
        if (written.length > 0) {
            values.put("symbol", renamed ? "s.canonical" : "r.symbol_written");
        }
        String columns = table.columns().stream()
                .map(column -> "CAST(" + values.getOrDefault(column.name(), "NULL") + " AS "
                        + column.type().replace(" NOT NULL", "") + ") AS " + DuckDb.identifier(column.name()))
                .collect(Collectors.joining(", "));
        String view = "raw.direct_" + number;
        DuckDb.execute(
                connection,
                "rows to publish",
                "CREATE VIEW " + view + " AS SELECT " + columns + " FROM " + source + " AS r"
                        + (renamed ? " LEFT JOIN " + symbols + " AS s ON r.symbol_written = s.written" : ""));
        String agents = "raw.direct_agents_" + number;
        DuckDb.execute(
                connection,
                "whose rows",
                "CREATE TABLE " + agents + " AS SELECT DISTINCT system, agent FROM "
                        + (!known.oneAgent() ? view : "(SELECT * FROM " + view + " LIMIT 1)"));
        boolean sorted = known.sorted() && count(connection, "SELECT COUNT(*) AS n FROM " + agents) < 2;
        String[] months = Store.select(
                        connection,
                        "months",
                        "SELECT DISTINCT strftime(make_timestamp(days * 86400000000), '%Y-%m') AS month FROM"
                                + " (SELECT DISTINCT epoch_us(time) // 86400000000 AS days FROM (" + known.times()
                                + ")) ORDER BY month")
                .texts("month");
        return new Direct(
                table.name(),
                view,
                agents,
                List.of(months),
                known.rows(),
                sorted,
                Constants.of(connection, table, view));
    }

    /** A part of a month that holds nothing but these rows. */
    PartWriter.Order part(Schema.Table schema, String month, String within, long importId) {
        Map<String, @Nullable String> left = new TreeMap<>(constants);
        left.put("import_id", String.valueOf(importId));
        String columns = schema.columnNames().stream()
                .filter(column -> !left.containsKey(column))
                .map(DuckDb::identifier)
                .collect(Collectors.joining(", "));
        String order = Stream.of("system", "agent", "time", "id")
                .filter(column -> !left.containsKey(column))
                .collect(Collectors.joining(", "));
        return new PartWriter.Order(
                table, month, "SELECT " + columns + " FROM " + view + " WHERE " + within, sorted ? "" : order, left);
    }

    private static String coalesce(Map<String, String> values, String column, String otherwise) {
        return values.containsKey(column) ? "COALESCE(" + values.get(column) + ", " + otherwise + ")" : otherwise;
    }

    private static String literal(String text) {
        return DuckDb.literal(text);
    }

    private static long count(Connection connection, String sql) {
        return (long) Store.select(connection, "counting", sql).doubles("n")[0];
    }

    /** Whether any of the times that a query finds lies after an instant. */
    static boolean later(Connection connection, String times, Instant limit) {
        return !Store.select(
                        connection, "future rows", "SELECT 1 AS n FROM (" + times + ") WHERE time > ? LIMIT 1", limit)
                .isEmpty();
    }

    /** Whether rows have keys that are published, staged, or said by another of these already. */
    static boolean clash(Connection connection, String table, List<Direct> all) {
        String name = DuckDb.identifier(table);
        List<String> agents = all.stream()
                .map(direct -> "SELECT system, agent FROM " + direct.agents())
                .toList();
        String whose = "(" + String.join(" UNION ALL ", agents) + ")";
        boolean shared = all.size() > 1
                && count(connection, "SELECT COUNT(*) - COUNT(DISTINCT (system, agent)) AS n FROM " + whose) > 0;
        return shared
                || count(
                                connection,
                                "SELECT COUNT(*) AS n FROM (SELECT 1 FROM stored." + name + " SEMI JOIN " + whose
                                        + " USING (system, agent) LIMIT 1)")
                        > 0
                || count(
                                connection,
                                "SELECT COUNT(*) AS n FROM (SELECT 1 FROM staged." + name + " SEMI JOIN " + whose
                                        + " USING (system, agent) LIMIT 1)")
                        > 0;
    }
}
