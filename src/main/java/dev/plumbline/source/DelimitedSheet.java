package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;

/**
 * A CSV file. {@link CsvReader} reads it exactly; a big one whose bytes leave no room for opinion is read by DuckDB, on
 * all processors, and by the exact reader after all where DuckDB refuses a line.
 */
final class DelimitedSheet implements Sheet {

    private static final int SHOW_EVERY = 1 << 15;
    /** DuckDB's own size; told, it is read as one piece, whose rows fill a group of a table and are not copied once more. */
    private static final int BUFFER = 32_000_000;

    private final SourceFile file;
    private final CsvReader reader;
    private final List<String> header;
    private boolean read;

    private DelimitedSheet(SourceFile file, CsvReader reader, List<String> header) {
        this.file = file;
        this.reader = reader;
        this.header = header;
    }

    static DelimitedSheet open(SourceFile file) throws IOException {
        CsvReader reader = CsvReader.open(file.path());
        return new DelimitedSheet(
                file, reader, reader.next().map(CsvReader.Row::fields).orElse(List.of()));
    }

    @Override
    public List<String> header() {
        return header;
    }

    char delimiter() {
        return reader.delimiter();
    }

    @Override
    public List<String> notes() {
        return !read || reader.encoding().isEmpty() ? List.of() : List.of(reader.encoding());
    }

    /** Copies all fields as text with DuckDB; false where the exact reader has to. */
    boolean copyFast(Target target, CsvScan scan) {
        String wanted = target.places().entrySet().stream()
                .map(place -> ", c" + place.getValue() + " AS " + DuckDb.identifier(place.getKey()))
                .collect(Collectors.joining());
        Staging staging = target.staging();
        try {
            staging.reading(
                    "reading " + target.file().path().getFileName(),
                    target.file().size(),
                    "CREATE OR REPLACE TABLE raw.csv_read AS SELECT " + wanted.substring(2) + " FROM "
                            + readCsv(scan.quoted(), List.of(), Map.of()),
                    target.file().path().toString());
            long rows = (long) staging.select("rows", "SELECT COUNT(*) AS n FROM raw.csv_read")
                    .doubles("n")[0];
            // a record of several lines, or a blank line, would move the numbers of those below it
            if (rows != scan.newlines() && rows + 1 != scan.newlines()) {
                return false;
            }
            DuckDb.execute(
                    staging.connection(),
                    "numbering lines",
                    "INSERT INTO raw.csv_lines BY NAME SELECT rowid + 2 AS line, * FROM raw.csv_read ORDER BY rowid");
            return true;
        } catch (QueryFailed e) {
            return false;
        } finally {
            DuckDb.execute(staging.connection(), "clearing", "DROP TABLE IF EXISTS raw.csv_read");
        }
    }

    /** DuckDB's reader for this file, whose path is a parameter; columns are c0, c1 … and text where no type is told. */
    String readCsv(boolean quoted, List<String> nothing, Map<Integer, String> types) {
        String columns = IntStream.range(0, header.size())
                .mapToObj(i -> "c" + i + ": '" + types.getOrDefault(i, "VARCHAR") + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        String nulls = nothing.stream()
                .map(DuckDb::literal)
                .collect(Collectors.joining(", ", "['', ", "]"))
                .replace("'', ]", "'']");
        String mark = quoted ? "'\"'" : "''";
        return "read_csv(?, auto_detect=false, header=true, buffer_size=" + BUFFER + ", delim="
                + DuckDb.literal(String.valueOf(delimiter())) + ", quote=" + mark + ", escape=" + mark + ", nullstr="
                + nulls + ", columns=" + columns + ")";
    }

    @Override
    public void copy(Target target) throws IOException {
        read = true;
        int[] order = target.order();
        int width = header.size();
        long rows = 0;
        try (DuckDBAppender to = target.staging().appender("csv_lines")) {
            for (Optional<CsvReader.Row> next = reader.next();
                    next.isPresent() && rows < target.limit();
                    next = reader.next()) {
                CsvReader.Row row = next.get();
                int found = row.fields().size();
                boolean blankRest = found > width
                        && row.fields().subList(width, found).stream().allMatch(String::isEmpty);
                boolean fits = found == width || blankRest;
                if (!fits && row.complete()) {
                    target.rejections().reject(unfit(row, width));
                }
                if (!fits && !row.complete()) {
                    target.rejections()
                            .note(file.shown() + ":" + row.line()
                                    + ": the last line is still being written; it is left for next time");
                }
                if (fits) {
                    to.beginRow();
                    to.append(row.line());
                    for (int place : order) {
                        to.append(row.fields().get(place));
                    }
                    to.endRow();
                }
                rows++;
                if (rows % SHOW_EVERY == 0) {
                    target.staging().watcher().at("reading " + file.path().getFileName() + ", rows", rows, 0);
                }
            }
        } catch (SQLException e) {
            throw new QueryFailed("copying " + file.shown(), e);
        }
    }

    private Rejected unfit(CsvReader.Row row, int width) {
        int found = row.fields().size();
        return new Rejected(
                file.shown(),
                row.line(),
                0,
                String.join(",", row.fields()),
                found == 0
                        ? "a quotation mark is not closed; the line is left out"
                        : found + " fields, " + width + " were expected as in the header; the line is left out");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
