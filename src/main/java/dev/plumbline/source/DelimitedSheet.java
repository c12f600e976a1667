package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** A CSV file: {@link CsvReader} reads it exactly, all of it or some of its lines; DuckDB reads those of a big one that leave no room for opinion. */
final class DelimitedSheet implements Sheet {

    private static final int SHOW_EVERY = 1 << 15;
    /** DuckDB's own size; told, it is read as one piece, whose rows fill a group of a table and are not copied once more. */
    private static final int BUFFER = 32_000_000;

    private final SourceFile file;
    private final CsvReader reader;
    private final List<String> header;
    private Supplier<String> encoding = () -> "";

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
        return encoding.get().isEmpty() ? List.of() : List.of(encoding.get());
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
        encoding = reader::encoding;
        int[] order = target.order();
        long rows = 0;
        try (DuckDBAppender to = target.staging().appender("csv_lines")) {
            for (Optional<CsvReader.Row> next = reader.next();
                    next.isPresent() && rows < target.limit();
                    next = reader.next()) {
                copy(next.get(), order, target, to);
                rows++;
                if (rows % SHOW_EVERY == 0) {
                    target.staging().watcher().at("reading " + file.path().getFileName() + ", rows", rows, 0);
                }
            }
        } catch (SQLException e) {
            throw new QueryFailed("copying " + file.shown(), e);
        }
    }

    /**
     * Copies some lines only, each with those that belong to its record.
     *
     * @param wanted their numbers, the smallest first
     * @return the lines that were read with others, wanted or not
     */
    Longs copy(Target target, CsvLines lines, long[] wanted) throws IOException {
        encoding = () -> DecodedLines.encoding(lines.western());
        int[] order = target.order();
        Longs joined = new Longs();
        long last = 0;
        CsvReader at = null;
        try (DuckDBAppender to = target.staging().appender("csv_lines")) {
            for (long line : wanted) {
                if (line <= last) {
                    continue;
                }
                if (at == null || line - at.line() > CsvLines.STEP) {
                    close(at);
                    CsvLines.Mark mark = lines.before(line);
                    at = CsvReader.from(file.path(), mark.line(), mark.offset(), delimiter(), header.size());
                }
                at.skipTo(line);
                Optional<CsvReader.Row> row = at.next();
                if (row.isPresent() && row.get().line() == line) {
                    copy(row.get(), order, target, to);
                    last = at.line();
                    for (long other = line + 1; other <= last; other++) {
                        joined.add(other);
                    }
                } else {
                    // the line is blank and was passed over, with one that may be wanted too
                    close(at);
                    at = null;
                }
            }
        } catch (SQLException e) {
            throw new QueryFailed("copying " + file.shown(), e);
        } finally {
            close(at);
        }
        return joined;
    }

    private static void close(@Nullable CsvReader reader) throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    private void copy(CsvReader.Row row, int[] order, Target target, DuckDBAppender to) throws SQLException {
        int width = header.size();
        int found = row.fields().size();
        boolean blankRest =
                found > width && row.fields().subList(width, found).stream().allMatch(String::isEmpty);
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
                to.append(Target.word(row.fields().get(place)));
            }
            to.endRow();
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
