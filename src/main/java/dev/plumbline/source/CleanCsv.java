package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The quick way for a big CSV file that has nothing wrong with it: DuckDB reads numbers and times straight into typed
 * columns of {@code raw.csv_rows}. What the first lines promise is checked of every line; one that breaks it leaves the
 * file to {@link MixedCsv}.
 */
final class CleanCsv {

    private static final int LONGEST_NOTHING = 4;

    /** What Java strips from a field besides spaces and tabs. */
    private static final String WIDE =
            "^[\\x{1680}\\x{2000}-\\x{2006}\\x{2008}-\\x{200A}\\x{2028}\\x{2029}\\x{205F}\\x{3000}]"
                    + "|[\\x{1680}\\x{2000}-\\x{2006}\\x{2008}-\\x{200A}\\x{2028}\\x{2029}\\x{205F}\\x{3000}]$";

    /** What DuckDB takes for a date besides, such as a month of one digit, is none to the exact way. */
    private static final String DATE = "%1$s LIKE '____-__-__%%' AND %1$s >= '0' AND ";

    /** How a column writes its times, and how they are read; {@code %1$s} is the field. */
    private enum TimeShape {
        ZULU(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z",
                DATE + "strlen(%1$s) >= 20 AND ends_with(%1$s, 'Z')", "CAST(%1$s AS TIMESTAMP)"),
        ZERO(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?\\+00:00",
                DATE + "strlen(%1$s) >= 25 AND ends_with(%1$s, '+00:00')", "CAST(%1$s AS TIMESTAMP)"),
        NAIVE(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?",
                DATE
                        + "strlen(%1$s) >= 19 AND right(%1$s, 1) <= '9' AND NOT contains(%1$s, '+') AND NOT contains(substr(%1$s, 11), '-')",
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
    private RowOrder order = RowOrder.UNKNOWN;

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
     * @param done  whether at all
     * @param naive whether its times name no zone
     */
    record Outcome(boolean done, boolean naive, RowOrder order) {}

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
        return new Outcome(done, clean.naive, clean.order);
    }

    private boolean read(boolean local) throws IOException {
        CsvSample sample = CsvSample.of(file, sheet.header().size());
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
                            + sheet.readCsv(scan.quoted(), sample.nothing(), types) + ")",
                    file.path().toString());
        } catch (QueryFailed e) {
            return false;
        }
        order = RowOrder.of(staging, kind, places);
        if (order.rising()) {
            texts.remove(DuckDb.identifier("trade_id"));
        }
        return !nothingLeft(texts);
    }

    private static String checked(String holds, String value, String field) {
        return "CASE WHEN " + holds + " THEN " + value + " WHEN " + field + " IS NOT NULL THEN error('unfit') END";
    }

    /** Whether a text column has a word for nothing that the sample did not have, or blanks around it that are not ASCII. */
    private boolean nothingLeft(List<String> texts) {
        for (String name : texts) {
            if (!staging.select(
                            "words for nothing",
                            "SELECT 1 AS n FROM raw.csv_rows WHERE strlen(" + name + ") <= " + LONGEST_NOTHING
                                    + " AND lower(" + name
                                    + ") IN ('', 'null', 'none', 'nan', 'nat', 'n/a', 'na', '-', '--')"
                                    + (scan.wide() ? " OR regexp_matches(" + name + ", '" + WIDE + "')" : "")
                                    + " LIMIT 1")
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<TimeShape> shape(CsvSample sample, int at) {
        List<String> values = sample.values(at);
        for (TimeShape shape : TimeShape.values()) {
            if (values.stream().allMatch(value -> shape.pattern.matcher(value).matches())) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }
}
