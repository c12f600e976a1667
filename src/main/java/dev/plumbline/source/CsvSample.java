package dev.plumbline.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The first lines of a CSV file that fit its header.
 *
 * @param rows their fields
 */
record CsvSample(List<List<String>> rows) {

    private static final int SIZE = 1_000;
    private static final Set<String> NOTHING = Set.of("null", "none", "nan", "nat", "n/a", "na", "-", "--");
    private static final int LONGEST_NOTHING = 4;

    /** A number that can only be written with a decimal point, as {@code queries/sources/csv/commas.sql} tells them. */
    private static final Pattern POINT =
            Pattern.compile("[+-]?(\\d+\\.(\\d{1,2}|\\d{4,})|0\\.\\d+|\\d{4,}\\.\\d+|\\d{1,3}(,\\d{3})+\\.\\d+)\\D*");

    CsvSample {
        rows = List.copyOf(rows);
    }

    static CsvSample of(SourceFile file, int width) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(file.path())) {
            reader.next();
            for (Optional<CsvReader.Row> row = reader.next();
                    row.isPresent() && rows.size() < SIZE;
                    row = reader.next()) {
                if (row.get().fields().size() == width) {
                    rows.add(row.get().fields());
                }
            }
        }
        return new CsvSample(rows);
    }

    /** The words for nothing that are in it, as they are written. */
    List<String> nothing() {
        Set<String> nothing = new TreeSet<>();
        rows.forEach(fields -> fields.stream().filter(CsvSample::isNothing).forEach(nothing::add));
        return List.copyOf(nothing);
    }

    /** What stands in a column. */
    List<String> values(int place) {
        return rows.stream()
                .map(fields -> fields.get(place))
                .filter(value -> !value.isEmpty() && !isNothing(value))
                .toList();
    }

    /** How many values of a column can only be written with a decimal point. */
    long points(int place) {
        return values(place).stream()
                .filter(value -> POINT.matcher(value).matches())
                .count();
    }

    private static boolean isNothing(String field) {
        return field.length() <= LONGEST_NOTHING && NOTHING.contains(field.toLowerCase(Locale.ROOT));
    }
}
