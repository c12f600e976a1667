package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The quick way for a big CSV file of which some lines are bad or unusual. DuckDB reads all, and keeps what is certain;
 * the other lines are read by {@link CsvReader} and take the places of those that DuckDB left empty, so that a row's
 * number still is that of its line, less two.
 */
final class MixedCsv {

    /** From this share of the lines on the exact way is no dearer. */
    private static final double MOST = 0.5;

    private static final String CLOCK = "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?";
    private static final Pattern NAIVE = Pattern.compile(CLOCK);

    private final DelimitedSheet sheet;
    private final SourceFile file;
    private final CsvKind kind;
    private final Map<String, Integer> places;
    private final Staging staging;
    private final CsvScan scan;
    private final CsvLines lines;
    private final CsvSample sample;
    private final boolean naive;

    private MixedCsv(
            DelimitedSheet sheet,
            SourceFile file,
            CsvKind kind,
            Map<String, Integer> places,
            Staging staging,
            CsvScan scan,
            CsvLines lines,
            CsvSample sample,
            boolean local) {
        this.sheet = sheet;
        this.file = file;
        this.kind = kind;
        this.places = places;
        this.staging = staging;
        this.scan = scan;
        this.lines = lines;
        this.sample = sample;
        this.naive = !local
                && places.entrySet().stream()
                        .filter(place -> CsvKind.type(place.getKey()) == CsvKind.Type.TIME)
                        .flatMap(place -> sample.values(place.getValue()).stream())
                        .anyMatch(value -> NAIVE.matcher(value).matches());
    }

    /**
     * Looks at the lines of a file, and leaves what is certain of it in {@code raw.csv_rows}; nothing where too little is.
     *
     * @param local whether times without a zone are of another one than UTC
     */
    static Optional<MixedCsv> read(
            DelimitedSheet sheet,
            SourceFile file,
            CsvKind kind,
            Map<String, Integer> places,
            Staging staging,
            CsvScan scan,
            boolean local)
            throws IOException {
        int width = sheet.header().size();
        Optional<CsvLines> lines = CsvLines.of(file.path(), sheet.delimiter(), width);
        if (lines.isEmpty() || lines.get().odd().size() > MOST * lines.get().count()) {
            return Optional.empty();
        }
        CsvSample sample = CsvSample.of(file, width);
        MixedCsv mixed = new MixedCsv(sheet, file, kind, places, staging, scan, lines.get(), sample, local);
        return mixed.read() ? Optional.of(mixed) : Optional.empty();
    }

    /** Whether a time of the certain rows names no zone. */
    boolean naive() {
        return naive;
    }

    /** How many numbers, at least, are written with a decimal point. */
    long points() {
        return places.entrySet().stream()
                .filter(place -> CsvKind.type(place.getKey()) == CsvKind.Type.NUMBER)
                .mapToLong(place -> sample.points(place.getValue()))
                .sum();
    }

    private boolean read() throws IOException {
        if (lines.odd().size() == 0) {
            return read(file.path());
        }
        Optional<Path> room = staging.room();
        Path copy = room.isPresent()
                ? Files.createTempFile(room.get(), "lines-", ".csv")
                : Files.createTempFile("plumb-lines-", ".csv");
        try {
            lines.copyOthers(copy, sheet.delimiter(), sheet.header().size());
            return read(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private boolean read(Path path) {
        try {
            staging.reading(
                    "reading " + file.path().getFileName(),
                    file.size(),
                    "CREATE OR REPLACE TABLE raw.csv_rows AS " + certain(),
                    path.toString());
        } catch (QueryFailed e) {
            return false;
        }
        double[] counts = staging.select(
                        "certain lines", "SELECT unnest([COUNT(*), COUNT(" + time() + ")]) AS n FROM raw.csv_rows")
                .doubles("n");
        return counts[0] == lines.count() - 1 && counts[0] - counts[1] <= MOST * counts[0];
    }

    /** The time that a certain row has, and one that is not has none. */
    private String time() {
        return kind.name().equals("trades") ? "moment" : "time";
    }

    private String certain() {
        List<String> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        places.forEach((name, place) -> {
            String field = "c" + place;
            String value = DuckDb.identifier(name);
            switch (CsvKind.type(name)) {
                case NUMBER -> {
                    values.add("TRY_CAST(" + field + " AS DOUBLE) AS " + value);
                    conditions.add("(" + field + " IS NULL OR isfinite(" + value + "))");
                }
                case TIME -> {
                    values.add(moment(field) + " AS " + value);
                    conditions.add("(" + field + " IS NULL OR " + value + " IS NOT NULL)");
                }
                case TEXT -> {
                    values.add((scan.padded() ? "trim(" + field + ", E' \\t')" : field) + " AS " + value);
                    conditions.add(text(name, value));
                }
            }
        });
        if (kind.name().equals("equity")) {
            conditions.add("equity IS NOT NULL");
        }
        if (places.containsKey("confidence")) {
            conditions.add("(confidence IS NULL OR confidence BETWEEN 0 AND 100)");
        }
        String fields = places.keySet().stream().map(DuckDb::identifier).collect(Collectors.joining(", "));
        return "SELECT * EXCLUDE (certain) REPLACE (CASE WHEN certain THEN " + time() + " END AS " + time()
                + ") FROM (SELECT " + fields + kind.derived(places.keySet()) + ", " + String.join(" AND ", conditions)
                + " AS certain FROM (SELECT *, " + String.join(", ", values) + " FROM "
                + sheet.readCsv(scan.quoted(), sample.nothing(), Map.of()) + "))";
    }

    /** A time in one of the forms that need no more than a look; others have none. */
    private String moment(String field) {
        return "CASE WHEN regexp_full_match(" + field + ", '" + CLOCK + "(Z|\\+00:00)') THEN TRY_CAST(" + field
                + " AS TIMESTAMP)"
                + (naive
                        ? " WHEN regexp_full_match(" + field + ", '" + CLOCK + "') THEN TRY_CAST(" + field
                                + " AS TIMESTAMP)"
                        : "")
                + " WHEN regexp_full_match(" + field + ", '\\d{9,19}') THEN raw.epoch_time(TRY_CAST(" + field
                + " AS DOUBLE)) END";
    }

    /** Of a text, that it is none of the words for nothing; of a side, that it is known. */
    private static String text(String name, String value) {
        String known = name.equals("side")
                ? "(" + value + " = 'long' OR " + value + " = 'short' OR regexp_full_match(lower(" + value
                        + "), 'long|buy|b|l|short|sell|s'))"
                : "CASE WHEN strlen(" + value + ") > 4 THEN true ELSE NOT regexp_full_match(" + value
                        + ", '(?i)(null|none|nan|nat|n/a|na|-|--)?') END";
        return "(" + value + " IS NULL OR " + known + ")";
    }

    /** Copies the lines that are not certain, as they are written. */
    void copyOthers(Sheet.Target target) throws IOException {
        double[] others = staging.select(
                        "lines that are not certain",
                        "SELECT rowid + 2 AS line FROM raw.csv_rows WHERE " + time() + " IS NULL ORDER BY rowid")
                .doubles("line");
        long[] wanted = new long[others.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (long) others[i];
        }
        Longs joined = sheet.copy(target, lines, wanted);
        DuckDb.execute(
                staging.connection(),
                "lines of longer records",
                "CREATE OR REPLACE TABLE raw.csv_joined (line BIGINT)");
        for (int i = 0; i < joined.size(); i++) {
            DuckDb.update(
                    staging.connection(),
                    "lines of longer records",
                    "INSERT INTO raw.csv_joined VALUES (?)",
                    joined.at(i));
        }
    }

    /** Puts the values of the other lines, {@code raw.csv_others}, in their places; a line that gave none has no row. */
    void join() {
        String values = Set.copyOf(places.keySet()).stream()
                .map(DuckDb::identifier)
                .map(name -> name + " = o." + name)
                .collect(Collectors.joining(", "));
        String moment = kind.name().equals("trades") ? ", moment = o.moment" : "";
        DuckDb.execute(
                staging.connection(),
                "lines without a row",
                "DELETE FROM raw.csv_rows WHERE (" + time()
                        + " IS NULL OR rowid + 2 IN (SELECT line FROM raw.csv_joined)) AND rowid + 2 NOT IN"
                        + " (SELECT line FROM raw.csv_others)");
        DuckDb.execute(
                staging.connection(),
                "values of the other lines",
                "UPDATE raw.csv_rows AS r SET " + values + moment
                        + " FROM raw.csv_others AS o WHERE r.rowid = o.line - 2");
    }
}
