package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Fields as they are written, {@code raw.csv_lines} and {@code raw.csv_text}, on their way to values; what cannot be read is rejected. */
final class SheetText {

    private final SourceFile file;
    private final CsvKind kind;
    private final Map<String, Integer> places;
    private final Staging staging;
    private final ImportOptions options;
    private final Rejections rejections;

    SheetText(
            SourceFile file,
            CsvKind kind,
            Map<String, Integer> places,
            Staging staging,
            ImportOptions options,
            Rejections rejections) {
        this.file = file;
        this.kind = kind;
        this.places = places;
        this.staging = staging;
        this.options = options;
        this.rejections = rejections;
    }

    /** Makes room for lines. */
    Sheet.Target target(long limit) {
        DuckDb.execute(
                staging.connection(),
                "a table for lines",
                "CREATE OR REPLACE TABLE raw.csv_lines (line BIGINT"
                        + each(name -> ", " + DuckDb.identifier(name) + " VARCHAR") + ")");
        String all = kind.columns().keySet().stream()
                .map(name ->
                        ", " + (places.containsKey(name) ? "" : "CAST(NULL AS VARCHAR) AS ") + DuckDb.identifier(name))
                .collect(Collectors.joining());
        DuckDb.execute(
                staging.connection(),
                "words of lines",
                "CREATE OR REPLACE VIEW raw.csv_text AS SELECT line" + all + " FROM raw.csv_lines");
        union("csv_numbers", CsvKind.Type.NUMBER);
        union("csv_times", CsvKind.Type.TIME);
        return new Sheet.Target(file, places, staging, rejections, limit);
    }

    /**
     * Decides for the whole file whether commas separate decimals, and says so.
     *
     * @param points how many numbers, at least, that are not among the lines are written with a decimal point
     */
    boolean commas(long points) {
        Rows signs = staging.query("sources/csv/commas");
        boolean commas = signs.doubles("commas")[0] > Math.max((double) points, signs.doubles("points")[0]);
        DuckDb.execute(staging.connection(), "decimals", "DELETE FROM raw.written");
        DuckDb.update(staging.connection(), "decimals", "INSERT INTO raw.written VALUES (?)", commas);
        if (commas) {
            rejections.note(file.shown() + ": commas separate decimals, as in " + signs.texts("example")[0]
                    + ": points and spaces are taken for thousands' separators");
        }
        return commas;
    }

    /** Reads the values of the lines into a table of {@code raw}. */
    void values(String table) {
        DuckDb.execute(
                staging.connection(),
                "values of lines",
                "CREATE OR REPLACE TABLE raw." + table + " AS SELECT *" + kind.derived(places.keySet())
                        + " FROM (SELECT line"
                        + each(name -> ", " + value(name) + " AS " + DuckDb.identifier(name)) + " FROM raw.csv_text)");
    }

    /** Rejects what could not be read, and tells whether times of the lines name no zone. Lines that are lost by it stay until {@link #lose}. */
    boolean complain(SheetRows rows) {
        LocalHours.check(file, places, staging, options, rejections, rows.line());
        DuckDb.execute(
                staging.connection(),
                "fields that cannot be read",
                "CREATE OR REPLACE TABLE raw.csv_unread AS " + staging.text("sources/csv/rejected_" + kind.name()));
        reject(staging.select("fields that cannot be read", "SELECT * FROM raw.csv_unread ORDER BY line, name"));
        return staging.query("sources/csv/noted_times").doubles("naive")[0] > 0;
    }

    void lose(SheetRows rows) {
        DuckDb.execute(
                staging.connection(),
                "lines that are lost",
                "DELETE FROM raw.csv_rows WHERE " + rows.line() + " IN (SELECT line FROM raw.csv_unread WHERE lost)");
    }

    private static String value(String name) {
        String field = DuckDb.identifier(name);
        return switch (CsvKind.type(name)) {
            case NUMBER -> "raw.amount(" + field + ")";
            case TIME -> "raw.moment(" + field + ")";
            case TEXT -> field;
        };
    }

    private String each(UnaryOperator<String> column) {
        return places.keySet().stream().map(column).collect(Collectors.joining());
    }

    /** A view of all values of one type. */
    private void union(String view, CsvKind.Type type) {
        String values = places.keySet().stream()
                .filter(name -> CsvKind.type(name) == type)
                .map(name -> "SELECT " + DuckDb.identifier(name) + " AS value FROM raw.csv_text")
                .collect(Collectors.joining(" UNION ALL "));
        DuckDb.execute(
                staging.connection(),
                "values of one type",
                "CREATE OR REPLACE VIEW raw." + view + " AS "
                        + (values.isEmpty() ? "SELECT CAST(NULL AS VARCHAR) AS value WHERE false" : values));
    }

    private void reject(Rows bad) {
        for (int i = 0; i < bad.size(); i++) {
            String name = bad.texts("name")[i];
            rejections.reject(new Rejected(
                    file.shown(),
                    (long) bad.doubles("line")[i],
                    places.getOrDefault(name, -1) + 1L,
                    bad.texts("value")[i],
                    name + ": " + bad.texts("expected")[i] + " was expected; the line is "
                            + (bad.texts("lost")[i].equals("true") ? "left out" : "kept without it")));
        }
    }
}
