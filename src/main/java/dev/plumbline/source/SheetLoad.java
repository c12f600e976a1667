package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One table of trades or equity on its way into staging: its fields as text ({@code raw.csv_text}), as values ({@code
 * raw.csv}), then as canonical rows. A big clean CSV file skips the text.
 */
final class SheetLoad {

    private static final List<String> PREPARED = List.of("csv_rows", "csv_repeated", "csv_pairs", "csv_certain");
    private static final String NONE_REPEATED = "(SELECT CAST(NULL AS BIGINT) AS line, 1 AS nth WHERE false)";

    private final SourceFile file;
    private final Sheet sheet;
    private final CsvKind kind;
    private final Map<String, Integer> places;
    private final Staging staging;
    private final ImportOptions options;
    private final Rejections rejections;

    SheetLoad(
            SourceFile file, Sheet sheet, CsvKind kind, Staging staging, ImportOptions options, Rejections rejections) {
        this.file = file;
        this.sheet = sheet;
        this.kind = kind;
        this.places = kind.places(sheet.header(), options.map());
        this.staging = staging;
        this.options = options;
        this.rejections = rejections;
    }

    /** @param big bytes from which on the quick ways are tried */
    void run(long big, CsvScans scans) throws IOException {
        told();
        boolean quick = sheet instanceof DelimitedSheet && Files.size(file.path()) >= big && isUtf8(file.path());
        if (quick && quick((DelimitedSheet) sheet, scans)) {
            return;
        }
        text(Long.MAX_VALUE);
        publish();
    }

    private void told() {
        staging.script("sources/csv/told");
        DuckDb.update(
                staging.connection(),
                "what the import was told",
                "INSERT INTO raw.told VALUES (?, ?, ?)",
                file.shown(),
                options.agent().orElse(null),
                options.zoneOrUtc().getId());
        staging.script("sources/readings");
        staging.script("sources/csv/readings");
    }

    /** Reads the first rows only, as text and values; nothing is staged. */
    void first(long rows) throws IOException {
        told();
        text(rows);
    }

    /** Each column and the field it is read as, with the first value there is; after {@link #first}. */
    Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        places.forEach((field, place) -> {
            String[] values = staging.select(
                            "a sample",
                            "SELECT " + DuckDb.identifier(field) + " AS v FROM raw.csv_text WHERE "
                                    + DuckDb.identifier(field) + " IS NOT NULL LIMIT 1")
                    .texts("v");
            samples.put(sheet.header().get(place) + " → " + field, values.length == 0 ? "" : values[0]);
        });
        return samples;
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return DecodedLines.charset(in.readNBytes(4)).equals(StandardCharsets.UTF_8);
        }
    }

    /** Whether the file could be read as values at once; where it only could as text, that is done too. */
    private boolean quick(DelimitedSheet delimited, CsvScans scans) throws IOException {
        CsvScan scan = scans.of(file.path(), delimited.delimiter());
        CleanCsv.Outcome clean = CleanCsv.read(
                delimited,
                file,
                kind,
                places,
                staging,
                scan,
                !options.zoneOrUtc().getId().matches("UTC|Z"));
        if (clean.done()) {
            values("raw.csv", "raw.csv_rows", "rowid + 2 AS line", "");
            prepare("rowid + 2 AS line");
            if (one("sources/csv/doubtful_" + kind.name(), "n") == 0) {
                boolean repeated = !clean.rising() && repeated();
                note(clean.naive() ? 1 : 0, repeated);
                if (repeated) {
                    insert();
                } else {
                    publishLater(clean.sorted());
                }
                return true;
            }
        }
        staging.expectText(file.size());
        lines();
        if (!scan.odd() && delimited.copyFast(target(Long.MAX_VALUE), scan)) {
            read();
            publish();
            return true;
        }
        return false;
    }

    private Sheet.Target target(long limit) {
        return new Sheet.Target(file, places, staging, rejections, limit);
    }

    private void text(long limit) throws IOException {
        lines();
        sheet.copy(target(limit));
        sheet.notes().forEach(note -> rejections.note(file.shown() + ": " + note));
        read();
    }

    /** An empty table for the fields that the file has. */
    private void lines() {
        DuckDb.execute(
                staging.connection(),
                "a table for lines",
                "CREATE OR REPLACE TABLE raw.csv_lines (line BIGINT"
                        + each(name -> ", " + DuckDb.identifier(name) + " VARCHAR") + ")");
    }

    /** From fields as written to values; what cannot be read is rejected, and lines that are lost by it are taken out. */
    private void read() {
        String all = kind.columns().keySet().stream()
                .map(name -> ", "
                        + (places.containsKey(name)
                                ? DuckDb.identifier(name)
                                : "CAST(NULL AS VARCHAR)")
                        + " AS " + DuckDb.identifier(name))
                .collect(Collectors.joining());
        DuckDb.execute(
                staging.connection(),
                "words of lines",
                "CREATE OR REPLACE VIEW raw.csv_text AS SELECT line" + all + " FROM raw.csv_lines");
        decimals();
        DuckDb.execute(
                staging.connection(),
                "values of lines",
                "CREATE OR REPLACE TABLE raw.csv_rows AS SELECT *" + kind.derived(places.keySet())
                        + " FROM (SELECT line"
                        + each(name -> ", " + value(name) + " AS " + DuckDb.identifier(name)) + " FROM raw.csv_text)");
        values("raw.csv", "raw.csv_rows", "line", "");
        LocalHours.check(file, places, staging, options, rejections);
        DuckDb.execute(
                staging.connection(),
                "fields that cannot be read",
                "CREATE OR REPLACE TABLE raw.csv_unread AS " + staging.text("sources/csv/rejected_" + kind.name()));
        reject(staging.select("fields that cannot be read", "SELECT * FROM raw.csv_unread ORDER BY line, name"));
        union("csv_times", CsvKind.Type.TIME);
        note(one("sources/csv/noted_times", "naive"), true);
        DuckDb.execute(
                staging.connection(),
                "lines that are lost",
                "DELETE FROM raw.csv_rows WHERE line IN (SELECT line FROM raw.csv_unread WHERE lost)");
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

    /**
     * A view of all that a table of this kind might have over what the file has.
     *
     * @param quote each row's currency after its pair, as {@link #quote} has it, and nothing where the pairs are not known yet
     */
    private void values(String view, String table, String line, String quote) {
        String all = kind.columns().keySet().stream()
                .map(name -> places.containsKey(name)
                        ? ", " + DuckDb.identifier(name)
                        : ", CAST(NULL AS " + type(name) + ") AS " + DuckDb.identifier(name))
                .collect(Collectors.joining());
        DuckDb.execute(
                staging.connection(),
                "all fields",
                "CREATE OR REPLACE VIEW " + view + " AS SELECT " + line + all
                        + (kind.derived(Set.of()).isEmpty() ? "" : ", moment") + quote + " FROM " + table + " AS r");
    }

    /** The currency that a row's pair is quoted in. Most files have one for all, which no row has to be joined for. */
    private String quote(String pairs) {
        if (!places.containsKey("symbol")) {
            return ", CAST(NULL AS VARCHAR) AS quote";
        }
        Rows currencies = staging.select(
                "currencies of pairs",
                "SELECT DISTINCT currency FROM " + pairs + " WHERE currency IS NOT NULL LIMIT 2");
        boolean one = currencies.size() == 1
                && staging.select(
                                "pairs without one", "SELECT 1 AS n FROM " + pairs + " WHERE currency IS NULL LIMIT 1")
                        .isEmpty();
        return one
                ? ", CASE WHEN symbol IS NOT NULL THEN "
                        + DuckDb.literal(currencies.texts("currency")[0]) + " END AS quote"
                : ", (SELECT p.currency FROM " + pairs + " AS p WHERE p.symbol = r.symbol) AS quote";
    }

    private static String type(String name) {
        return switch (CsvKind.type(name)) {
            case NUMBER -> "DOUBLE";
            case TIME -> "TIMESTAMP";
            case TEXT -> "VARCHAR";
        };
    }

    /** Whether commas separate decimals is one decision for the whole file, and said. */
    private void decimals() {
        union("csv_numbers", CsvKind.Type.NUMBER);
        Rows signs = staging.query("sources/csv/commas");
        boolean commas = signs.doubles("commas")[0] > signs.doubles("points")[0];
        DuckDb.update(staging.connection(), "decimals", "INSERT INTO raw.written VALUES (?)", commas);
        if (commas) {
            rejections.note(file.shown() + ": commas separate decimals, as in " + signs.texts("example")[0]
                    + ": points and spaces are taken for thousands' separators");
        }
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

    private void publish() {
        prepare("line");
        insert();
    }

    private void insert() {
        DuckDb.execute(
                staging.connection(),
                "staging " + kind.name(),
                "INSERT INTO staged." + kind.name() + " BY NAME " + staging.text("sources/csv/" + kind.name())
                        + " ORDER BY line");
    }

    /** What the canonical rows need to know of the whole file. */
    private void prepare(String line) {
        if (kind.name().equals("trades")) {
            staging.script("sources/csv/prepare_trades");
            values("raw.csv", "raw.csv_rows", line, quote("raw.csv_pairs"));
        }
    }

    /** Leaves the values where they are, under names of their own, until the rows are published. */
    private void publishLater(boolean sorted) {
        boolean trades = kind.name().equals("trades");
        int number = staging.number();
        DuckDb.execute(staging.connection(), "keeping values", "DROP VIEW raw.csv");
        for (String table : trades ? PREPARED : List.of("csv_rows")) {
            DuckDb.execute(
                    staging.connection(),
                    "keeping values",
                    "ALTER TABLE raw." + table + " RENAME TO " + table + "_" + number);
        }
        values(
                "raw.csv_" + number,
                "raw.csv_rows_" + number,
                "rowid + 2 AS line",
                trades ? quote("raw.csv_pairs_" + number) : "");
        // DuckDB leaves out a join with what can be seen to be empty, for each row of each part
        boolean repeated = trades
                && !staging.select("lines said again", "SELECT 1 AS n FROM raw.csv_repeated_" + number + " LIMIT 1")
                        .isEmpty();
        staging.later(
                kind.name(),
                staging.text("sources/csv/" + kind.name())
                        .replaceAll("\\braw\\.csv_repeated\\b", repeated ? "$0" : NONE_REPEATED)
                        .replaceAll("\\braw\\.(csv|csv_repeated|csv_certain)\\b", "raw.$1_" + number)
                        .replaceAll("\\braw\\.told\\b", Matcher.quoteReplacement(toldAsText())),
                new Staging.Known(
                        !places.containsKey("agent"),
                        (long) staging.select("rows", "SELECT COUNT(*) AS n FROM raw.csv_rows_" + number)
                                .doubles("n")[0],
                        sorted,
                        "SELECT " + (trades ? "moment AS time" : "time") + " FROM raw.csv_rows_" + number,
                        trades ? Optional.of("SELECT symbol FROM raw.csv_pairs_" + number) : Optional.empty()));
    }

    /** What the import was told of the file, for a view that outlives the table of it. */
    private String toldAsText() {
        return "(SELECT " + DuckDb.literal(file.shown()) + " AS file, "
                + options.agent().map(DuckDb::literal).orElse("CAST(NULL AS VARCHAR)") + " AS agent)";
    }

    private double one(String query, String column) {
        return staging.query(query).doubles(column)[0];
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

    /** Whether two lines have the same key. */
    private boolean repeated() {
        String keys = Stream.of("agent", "environment", "trade_id", "account", "currency", "time")
                .filter(name -> kind.name().equals("equity")
                        || !Set.of("account", "currency").contains(name))
                .filter(places::containsKey)
                .map(DuckDb::identifier)
                .collect(Collectors.joining(", "));
        String key = kind.name().equals("equity") ? "time" : "trade_id";
        return places.containsKey(key)
                && !staging.select(
                                "lines with the same key",
                                "SELECT 1 AS n FROM raw.csv WHERE " + key + " IS NOT NULL GROUP BY " + keys
                                        + " HAVING COUNT(*) > 1 LIMIT 1")
                        .isEmpty();
    }

    private void note(double naive, boolean repeated) {
        List<String> header = sheet.header();
        List<String> unread = header.stream()
                .filter(name -> !name.isEmpty() && !places.containsValue(header.indexOf(name)))
                .toList();
        if (!unread.isEmpty()) {
            rejections.note(file.shown() + ": columns that are not read: " + String.join(", ", unread));
        }
        options.map().keySet().stream()
                .filter(column ->
                        kind.places(header, Map.of(column, options.map().get(column)))
                                        .equals(kind.places(header, Map.of()))
                                && !header.contains(column))
                .forEach(column ->
                        rejections.note(file.shown() + ": has no column \"" + column + "\", which is mapped"));
        if (repeated) {
            double lines = one("sources/csv/noted_" + kind.name(), "repeated");
            if (lines > 0) {
                rejections.note("%s: %.0f lines repeat the key of a later one: the last line of each is taken"
                        .formatted(file.shown(), lines));
            }
        }
        double poor = kind.name().equals("trades") ? one("sources/csv/poor_trades", "n") : 0;
        if (poor > 0) {
            rejections.note("%s: %.0f closed trades have neither a profit nor the prices to compute one"
                    .formatted(file.shown(), poor));
        }
        if (options.zone().isEmpty() && naive > 0) {
            rejections.note(file.shown() + ": its times name no zone: UTC assumed; tell the bot's with --zone");
        }
    }
}
