package dev.plumbline.store;

import dev.plumbline.model.LoadReport.TableLoad;
import dev.plumbline.model.Rejected;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** The store's own books: which imports there were, which files they read, what they could not use. */
final class Books {

    private final Staging staging;
    private final Connection connection;
    private final long importId;

    Books(Staging staging, Schema schema, long importId) {
        this.staging = staging;
        this.connection = staging.connection();
        this.importId = importId;
        for (Schema.Table book : schema.books().values()) {
            DuckDb.execute(
                    connection,
                    "opening the books",
                    "CREATE OR REPLACE TABLE raw.book_" + book.name() + " AS SELECT * FROM stored." + book.name());
        }
        DuckDb.execute(connection, "opening the books", "CREATE OR REPLACE TABLE raw.replaced_files (file VARCHAR)");
        DuckDb.execute(
                connection,
                "opening the books",
                "CREATE OR REPLACE TABLE raw.read_files (path VARCHAR, sha256 VARCHAR, size BIGINT, options VARCHAR,"
                        + " system VARCHAR, agent VARCHAR, rejected BIGINT)");
        DuckDb.execute(
                connection,
                "opening the books",
                "CREATE OR REPLACE TABLE raw.file_rows (canonical VARCHAR, file VARCHAR, loaded BIGINT, updated BIGINT,"
                        + " unchanged BIGINT)");
    }

    /** Notes which files of this import were read before with other options: their former rows go. */
    void replaced(List<StoreWriter.Batch> batches) {
        try (DuckDBAppender rows = staging.appender("read_files")) {
            for (StoreWriter.Batch batch : batches) {
                for (FileRead file : batch.files()) {
                    rows.beginRow();
                    rows.append(file.path());
                    rows.append(file.sha256());
                    rows.append(file.size());
                    rows.append(batch.options().fingerprint());
                    rows.append(batch.options().system());
                    rows.append(file.agent());
                    rows.append(file.rejected());
                    rows.endRow();
                }
            }
        } catch (SQLException e) {
            throw new QueryFailed("noting the files", e);
        }
        DuckDb.execute(
                connection,
                "files read before",
                "INSERT INTO raw.replaced_files SELECT DISTINCT f.path FROM raw.read_files AS r JOIN raw.book_files AS f"
                        + " ON r.path = f.path WHERE f.options IS DISTINCT FROM r.options");
    }

    /** Enters this import. */
    void enter(List<StoreWriter.Batch> batches, List<TableLoad> loads, List<Rejected> rejected) {
        DuckDb.execute(connection, "the book of files", """
                DELETE FROM raw.book_rejected WHERE file IN (SELECT path FROM raw.read_files);
                DELETE FROM raw.book_files WHERE path IN (SELECT path FROM raw.read_files);
                INSERT INTO raw.book_files BY NAME
                SELECT path, sha256, size, options, system, agent, %d AS import_id, COALESCE(n, 0) AS loaded, rejected
                FROM raw.read_files
                LEFT JOIN (SELECT file, SUM(loaded + updated + unchanged) AS n FROM raw.file_rows GROUP BY file) ON file = path
                """.formatted(importId));
        Set<String> complained = rejected.stream().map(Rejected::file).collect(Collectors.toSet());
        Map<String, String> systems = new HashMap<>();
        if (!complained.isEmpty()) {
            batches.forEach(batch -> batch.files().stream()
                    .map(FileRead::path)
                    .filter(complained::contains)
                    .forEach(path -> systems.put(path, batch.options().system())));
        }
        rejections(rejected, systems);
        DuckDb.update(
                connection,
                "the book of imports",
                "INSERT INTO raw.book_imports VALUES (?, ?, ?, ?, ?, ?, ?)",
                importId,
                Instant.now(),
                batches.stream()
                        .map(batch -> batch.options().fingerprint())
                        .toList()
                        .toString(),
                batches.stream().mapToLong(batch -> batch.files().size()).sum(),
                loads.stream().mapToLong(TableLoad::loaded).sum(),
                loads.stream().mapToLong(TableLoad::updated).sum(),
                (long) rejected.size());
    }

    private void rejections(List<Rejected> rejected, Map<String, String> systems) {
        try (DuckDBAppender rows = staging.appender("book_rejected")) {
            for (Rejected what : rejected) {
                rows.beginRow();
                rows.append(importId);
                rows.append(systems.getOrDefault(what.file(), ""));
                rows.append(what.file());
                rows.append(what.line());
                rows.append(what.column());
                rows.append(what.value());
                rows.append(what.reason());
                rows.endRow();
            }
        } catch (SQLException e) {
            throw new QueryFailed("the book of rejections", e);
        }
    }

    /** Strikes files out, so that they may be read again. */
    void forget(String column, Object value) {
        String key = column.equals("file") ? "path" : column;
        DuckDb.update(
                connection,
                "the book of files",
                "DELETE FROM raw.book_files WHERE CAST(" + DuckDb.identifier(key) + " AS VARCHAR) = ?",
                String.valueOf(value));
        String rejectedKey = column.equals("agent") ? "file" : column;
        DuckDb.update(
                connection,
                "the book of rejections",
                "DELETE FROM raw.book_rejected WHERE CAST(" + DuckDb.identifier(rejectedKey) + " AS VARCHAR) = ?"
                        + " OR file NOT IN (SELECT path FROM raw.book_files) AND file IN (SELECT path FROM stored.files)",
                String.valueOf(value));
    }
}
