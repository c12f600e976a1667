package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parquet files of a system into one table of {@code raw}; a column takes the file's column of its name. */
final class ParquetColumns {

    private ParquetColumns() {}

    /** Names of a file's columns; none where it is no Parquet file. */
    static Set<String> of(Path file) {
        try (Connection connection = DuckDb.open()) {
            return of(connection, file);
        } catch (SQLException | QueryFailed e) {
            return Set.of();
        }
    }

    private static Set<String> of(Connection connection, Path file) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM read_parquet("
                        + DuckDb.literal(file.toAbsolutePath().toString()) + ")")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    static void load(List<SourceFile> files, FileKind kind, Staging staging, Rejections rejections) {
        RawTable table = RawTable.read(staging, kind.table()).get(kind.table());
        for (SourceFile file : files) {
            try {
                Set<String> there = of(staging.connection(), file.path());
                StringBuilder columns = new StringBuilder();
                for (RawTable.Field field : table.fields().values()) {
                    columns.append(", ")
                            .append(
                                    there.contains(field.name())
                                            ? "TRY_CAST(" + DuckDb.identifier(field.name()) + " AS " + field.type()
                                                    + ")"
                                            : "NULL")
                            .append(" AS ")
                            .append(DuckDb.identifier(field.name()));
                }
                DuckDb.update(
                        staging.connection(),
                        "reading " + file.shown(),
                        "INSERT INTO raw." + DuckDb.identifier(kind.table()) + " BY NAME SELECT "
                                + DuckDb.literal(file.shown())
                                + " AS file, NULL AS line, file_row_number AS position" + columns
                                + " FROM read_parquet("
                                + DuckDb.literal(file.path().toAbsolutePath().toString())
                                + ", file_row_number = true)");
            } catch (SQLException | QueryFailed e) {
                rejections.reject(Rejected.file(file.shown(), "no Parquet file that can be read: " + e.getMessage()));
            }
        }
    }
}
