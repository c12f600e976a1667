package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the values of a file's rows, {@code raw.csv_rows}, to canonical rows: staged, or left where they are until they are published. */
final class SheetRows {

    private static final List<String> PREPARED = List.of("csv_rows", "csv_repeated", "csv_pairs", "csv_certain");
    /** Pairs in other currencies than most, up to which each is told apart. */
    private static final int FEW = 8;

    private static final String NONE_REPEATED = "(SELECT CAST(NULL AS BIGINT) AS line, 1 AS nth WHERE false)";

    private final SourceFile file;
    private final CsvKind kind;
    private final Map<String, Integer> places;
    private final Staging staging;
    private final ImportOptions options;
    /** The number of a row's line, in SQL. */
    private final String line;

    SheetRows(
            SourceFile file,
            CsvKind kind,
            Map<String, Integer> places,
            Staging staging,
            ImportOptions options,
            String line) {
        this.file = file;
        this.kind = kind;
        this.places = places;
        this.staging = staging;
        this.options = options;
        this.line = line;
    }

    String line() {
        return line;
    }

    /** A view of all that a table of this kind might have, {@code raw.csv}. */
    void show() {
        values("raw.csv", "raw.csv_rows", "");
    }

    /**
     * A view of all that a table of this kind might have over what the file has.
     *
     * @param quote each row's currency after its pair, as {@link #quote} has it, and nothing where the pairs are not known yet
     */
    private void values(String view, String table, String quote) {
        String all = kind.columns().keySet().stream()
                .map(name -> places.containsKey(name)
                        ? ", " + DuckDb.identifier(name)
                        : ", CAST(NULL AS " + type(name) + ") AS " + DuckDb.identifier(name))
                .collect(Collectors.joining());
        DuckDb.execute(
                staging.connection(),
                "all fields",
                "CREATE OR REPLACE VIEW " + view + " AS SELECT " + line + " AS line" + all
                        + (kind.derived(Set.of()).isEmpty() ? "" : ", moment") + quote + " FROM " + table + " AS r");
    }

    /** The currency that a row's pair is quoted in. Most files have one for nearly all, which no row has to be joined for. */
    private String quote(String pairs) {
        if (!places.containsKey("symbol")) {
            return ", CAST(NULL AS VARCHAR) AS quote";
        }
        Rows most = staging.select(
                "currencies of pairs",
                "SELECT COALESCE(currency, '') AS currency, COUNT(*) AS n FROM " + pairs
                        + " GROUP BY ALL ORDER BY n DESC, currency LIMIT 1");
        String common = most.isEmpty() ? "" : most.texts("currency")[0];
        Rows others = staging.select(
                "pairs in other currencies",
                "SELECT symbol, COALESCE(currency, '') AS currency FROM " + pairs
                        + " WHERE COALESCE(currency, '') <> ? LIMIT " + (FEW + 1),
                common);
        if (others.size() > FEW) {
            return ", (SELECT p.currency FROM " + pairs + " AS p WHERE p.symbol = r.symbol) AS quote";
        }
        StringBuilder currency = new StringBuilder(", CASE WHEN symbol IS NULL THEN NULL");
        for (int i = 0; i < others.size(); i++) {
            currency.append(" WHEN symbol = ")
                    .append(DuckDb.literal(others.texts("symbol")[i]))
                    .append(" THEN ")
                    .append(currency(others.texts("currency")[i]));
        }
        return currency.append(" ELSE ")
                .append(currency(common))
                .append(" END AS quote")
                .toString();
    }

    private static String currency(String known) {
        return known.isEmpty() ? "CAST(NULL AS VARCHAR)" : DuckDb.literal(known);
    }

    private static String type(String name) {
        return switch (CsvKind.type(name)) {
            case NUMBER -> "DOUBLE";
            case TIME -> "TIMESTAMP";
            case TEXT -> "VARCHAR";
        };
    }

    /** Stages them. */
    void insert() {
        DuckDb.execute(
                staging.connection(),
                "staging " + kind.name(),
                "INSERT INTO staged." + kind.name() + " BY NAME " + staging.text("sources/csv/" + kind.name())
                        + " ORDER BY line");
    }

    /** What the canonical rows need to know of the whole file. */
    void prepare() {
        if (kind.name().equals("trades")) {
            staging.script("sources/csv/prepare_trades");
            values("raw.csv", "raw.csv_rows", quote("raw.csv_pairs"));
        }
    }

    /** Leaves the values where they are, under names of their own, until the rows are published. */
    void publishLater(boolean sorted) {
        boolean trades = kind.name().equals("trades");
        int number = staging.number();
        DuckDb.execute(staging.connection(), "keeping values", "DROP VIEW raw.csv");
        for (String table : trades ? PREPARED : List.of("csv_rows")) {
            DuckDb.execute(
                    staging.connection(),
                    "keeping values",
                    "ALTER TABLE raw." + table + " RENAME TO " + table + "_" + number);
        }
        values("raw.csv_" + number, "raw.csv_rows_" + number, trades ? quote("raw.csv_pairs_" + number) : "");
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

    /** Whether two lines have the same key. */
    boolean repeated() {
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
}
