package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/**
 * CSV files of a system into one table of {@code raw}: each column takes the field whose header is its name, compared
 * without case and with {@code _} for spaces and punctuation; all values as they are written.
 */
final class CsvLoad {

    private CsvLoad() {}

    static void run(List<SourceFile> files, FileKind kind, Staging staging, Rejections rejections) {
        RawTable table = RawTable.read(staging, kind.table()).get(kind.table());
        try (DuckDBAppender to = staging.appender(kind.table())) {
            for (SourceFile file : files) {
                file(file, table, to, rejections);
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw." + kind.table(), e);
        }
    }

    private static void file(SourceFile file, RawTable table, DuckDBAppender to, Rejections rejections)
            throws SQLException {
        try (CsvReader reader = CsvReader.open(file.path())) {
            List<String> header = reader.next()
                    .map(row -> row.fields().stream().map(CsvKind::word).toList())
                    .orElse(List.of());
            int[] places = table.fields().values().stream()
                    .mapToInt(field -> header.indexOf(CsvKind.word(field.name())))
                    .toArray();
            long position = 0;
            for (Optional<CsvReader.Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                CsvReader.Row row = next.get();
                if (row.fields().size() == header.size()) {
                    to.beginRow();
                    to.append(file.shown());
                    to.append(row.line());
                    to.append(position++);
                    for (int place : places) {
                        String value = place < 0 ? "" : row.fields().get(place);
                        if (value.isEmpty()) {
                            to.appendNull();
                        } else {
                            to.append(value);
                        }
                    }
                    to.endRow();
                } else if (row.complete()) {
                    rejections.reject(new Rejected(
                            file.shown(),
                            row.line(),
                            0,
                            String.join(",", row.fields()),
                            row.fields().size() + " fields, " + header.size()
                                    + " were expected as in the header; the line is left out"));
                } else {
                    rejections.note(file.shown() + ":" + row.line()
                            + ": the last line is still being written; it is left for next time");
                }
            }
        } catch (IOException e) {
            rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
        }
    }
}
