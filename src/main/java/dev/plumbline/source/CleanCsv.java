package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The quick way for a big CSV file that has nothing wrong with it: DuckDB reads numbers and times straight into typed
 * columns of {@code raw.csv_rows}. What the first lines promise is checked of every line; one that breaks it sends the
 * whole file the exact way, which says where and why.
 */
final class CleanCsv {

    private static final int SAMPLE = 1_000;
    private static final Set<String> NOTHING = Set.of("null", "none", "nan", "nat", "n/a", "na", "-", "--");
    private static final int LONGEST_NOTHING = 4;

    /** How a column writes its times, and how they are read; {@code %1$s} is the field. */
    private enum TimeShape {
        ZULU(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z",
                "strlen(%1$s) >= 20 AND ends_with(%1$s, 'Z')", "CAST(%1$s AS TIMESTAMP)"),
        ZERO(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?\\+00:00",
                "strlen(%1$s) >= 25 AND ends_with(%1$s, '+00:00')", "CAST(%1$s AS TIMESTAMP)"),
        NAIVE(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?",
                "strlen(%1$s) >= 19 AND right(%1$s, 1) <= '9' AND NOT contains(%1$s, '+') AND NOT contains(substr(%1$s, 11), '-')",
                "CAST(%1$s AS TIMESTAMP)"),
        COUNT("\\d{9,19}", "raw.epoch_time(%1$s) IS NOT NULL", "raw.epoch_time(%1$s)");

        private final Pattern pattern;
        private final String holds;
        private final String value;

        TimeShape(String pattern, String holds, String value) {
            this.pattern = Pattern.compile(pattern);
            this.holds = holds;
            this.value = value;
        }
    }

    private final DelimitedSheet sheet;
    private final SourceFile file;
    private final CsvKind kind;
    private final Map<String, Integer> places;
    private final Staging staging;
    private final CsvScan scan;
    private boolean naive;
    private boolean sorted;
    private boolean rising;

    private CleanCsv(
            DelimitedSheet sheet,
            SourceFile file,
            CsvKind kind,
            Map<String, Integer> places,
            Staging staging,
            CsvScan scan) {
        this.sheet = sheet;
        this.file = file;
        this.kind = kind;
        this.places = places;
        this.staging = staging;
        this.scan = scan;
    }

    /**
     * How the file was read.
     *
     * @param done   whether at all
     * @param naive  whether its times name no zone
     * @param sorted whether its rows come in the order of their times
     * @param rising whether its keys rise from row to row, so that none comes twice
     */
    record Outcome(boolean done, boolean naive, boolean sorted, boolean rising) {}

    /**
     * Fills {@code raw.csv_rows}, or leaves it be.
     *
     * @param local whether times without a zone are of another one than UTC
     */
    static Outcome read(
            DelimitedSheet sheet,
            SourceFile file,
            CsvKind kind,
            Map<String, Integer> places,
            Staging staging,
            CsvScan scan,
            boolean local)
            throws IOException {
        CleanCsv clean = new CleanCsv(sheet, file, kind, places, staging, scan);
        boolean done = !scan.odd() && clean.read(local);
        return new Outcome(done, clean.naive, clean.sorted, clean.rising);
    }

    private boolean read(boolean local) throws IOException {
        List<List<String>> sample = sample();
        Set<String> nothing = new TreeSet<>();
        sample.forEach(fields -> fields.stream().filter(CleanCsv::isNothing).forEach(nothing::add));
        Map<Integer, String> types = new HashMap<>();
        List<String> selected = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            String name = DuckDb.identifier(place.getKey());
            int at = place.getValue();
            String field = "c" + at;
            switch (CsvKind.type(place.getKey())) {
                case NUMBER -> {
                    types.put(at, "DOUBLE");
                    selected.add(checked("isfinite(" + field + ")", field, field) + " AS " + name);
                }
                case TIME -> {
                    Optional<TimeShape> shape = shape(sample, at);
                    if (shape.isEmpty() || (local && shape.get() == TimeShape.NAIVE)) {
                        return false;
                    }
                    naive |= shape.get() == TimeShape.NAIVE;
                    types.put(at, shape.get() == TimeShape.COUNT ? "DOUBLE" : "VARCHAR");
                    selected.add(checked(
                                    shape.get().holds.formatted(field),
                                    shape.get().value.formatted(field),
                                    field) + " AS " + name);
                }
                case TEXT -> {
                    selected.add((scan.padded() ? "trim(" + field + ", E' \\t')" : field) + " AS " + name);
                    // sides and pairs are few and looked at one by one
                    if (!Set.of("side", "symbol").contains(place.getKey())) {
                        texts.add(name);
                    }
                }
            }
        }
        try {
            staging.reading(
                    "reading " + file.path().getFileName(),
                    file.size(),
                    "CREATE OR REPLACE TABLE raw.csv_rows AS SELECT *" + kind.derived(places.keySet())
                            + " FROM (SELECT "
                            + String.join(", ", selected) + " FROM "
                            + sheet.readCsv(scan.quoted(), List.copyOf(nothing), types) + ")",
                    file.path().toString());
        } catch (QueryFailed e) {
            return false;
        }
        order();
        if (rising) {
            texts.remove(DuckDb.identifier("trade_id"));
        }
        return !nothingLeft(texts);
    }

    /** Looks at each row and the one before it. Most exports number their trades, and write them as they happen. */
    private void order() {
        String time = kind.name().equals("trades") ? "moment" : "time";
        String key = kind.name().equals("trades")
                ? places.containsKey("trade_id") ? "TRY_CAST(trade_id AS BIGINT)" : "CAST(NULL AS BIGINT)"
                : "epoch_us(time)";
        // a window keeps one processor busy: two halves, which share the row between them, keep two
        long middle = scan.newlines() / 2;
        String rows = "SELECT " + time + " AS time, lag(" + time + ") OVER () AS before, " + key + " AS key, lag(" + key
                + ", 1, -1) OVER () AS last FROM raw.csv_rows WHERE rowid ";
        Rows order = staging.select(
                "order of rows",
                "SELECT COUNT(*) FILTER (time < before) AS back, COUNT(*) FILTER ((key > last) IS NOT TRUE) AS again FROM ("
                        + rows + "<= " + middle + " UNION ALL " + rows + ">= " + middle + ")");
        sorted = order.doubles("back")[0] == 0;
        rising = order.doubles("again")[0] == 0;
    }

    private static String checked(String holds, String value, String field) {
        return "CASE WHEN " + holds + " THEN " + value + " WHEN " + field + " IS NOT NULL THEN error('unfit') END";
    }

    /** Whether a text column has a word for nothing that the sample did not have. */
    private boolean nothingLeft(List<String> texts) {
        for (String name : texts) {
            if (!staging.select(
                            "words for nothing",
                            "SELECT 1 AS n FROM raw.csv_rows WHERE strlen(" + name + ") <= " + LONGEST_NOTHING
                                    + " AND lower(" + name
                                    + ") IN ('', 'null', 'none', 'nan', 'nat', 'n/a', 'na', '-', '--') LIMIT 1")
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNothing(String field) {
        return field.length() <= LONGEST_NOTHING && NOTHING.contains(field.toLowerCase(Locale.ROOT));
    }

    private static Optional<TimeShape> shape(List<List<String>> sample, int at) {
        List<String> values = sample.stream()
                .map(fields -> fields.get(at))
                .filter(value -> !value.isEmpty() && !isNothing(value))
                .toList();
        for (TimeShape shape : TimeShape.values()) {
            if (values.stream().allMatch(value -> shape.pattern.matcher(value).matches())) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    private List<List<String>> sample() throws IOException {
        List<List<String>> sample = new ArrayList<>();
        int width = sheet.header().size();
        try (CsvReader reader = CsvReader.open(file.path())) {
            reader.next();
            for (Optional<CsvReader.Row> row = reader.next();
                    row.isPresent() && sample.size() < SAMPLE;
                    row = reader.next()) {
                if (row.get().fields().size() == width) {
                    sample.add(row.get().fields());
                }
            }
        }
        return sample;
    }
}
