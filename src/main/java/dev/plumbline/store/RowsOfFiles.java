package dev.plumbline.store;

import dev.plumbline.model.LoadReport.FileLoad;
import dev.plumbline.model.Rejected;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/** What the last publishing did with the rows of each file; of very many files, of each folder. */
public final class RowsOfFiles {

    /** Beyond it nobody reads the files one by one. */
    private static final int FILES = 1_000;

    private RowsOfFiles() {}

    /**
     * @param rejected what could not be used, of files that brought rows or not
     */
    public static List<FileLoad> of(Staging staging, List<Rejected> rejected) {
        double files = staging.select("files with rows", "SELECT COUNT(DISTINCT file) AS n FROM raw.file_rows")
                .doubles("n")[0];
        return files > FILES ? byFolder(staging, rejected) : byFile(staging);
    }

    private static List<FileLoad> byFile(Staging staging) {
        Rows rows = staging.select("rows of each file", """
                SELECT r.file, COALESCE(f.system, '') AS system, canonical, SUM(loaded) AS loaded, SUM(updated) AS updated,
                       SUM(unchanged) AS unchanged
                FROM raw.file_rows AS r LEFT JOIN (SELECT DISTINCT path, system FROM raw.read_files) AS f ON r.file = f.path
                WHERE r.file IS NOT NULL
                GROUP BY ALL ORDER BY r.file, system, canonical
                """);
        List<FileLoad> loads = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            loads.add(new FileLoad(
                    rows.texts("file")[i],
                    rows.texts("system")[i],
                    rows.texts("canonical")[i],
                    (long) rows.doubles("loaded")[i],
                    (long) rows.doubles("updated")[i],
                    (long) rows.doubles("unchanged")[i]));
        }
        return loads;
    }

    private static List<FileLoad> byFolder(Staging staging, List<Rejected> rejected) {
        note(staging, rejected);
        Rows rows = staging.select("rows of each folder", """
                WITH those AS (
                    SELECT path AS file, MIN(system) AS system FROM (
                        SELECT path, system FROM raw.read_files
                        UNION ALL SELECT DISTINCT file, '' FROM raw.file_rows ANTI JOIN raw.read_files ON file = path WHERE file IS NOT NULL
                        UNION ALL SELECT file, '' FROM raw.rejected_of_files ANTI JOIN raw.read_files ON file = path
                    ) GROUP BY path
                ), placed AS (
                    SELECT row_number() OVER () AS number, file, system,
                           left(file, length(file) - strpos(reverse(replace(file, '\\', '/')) || '/', '/') + 1) AS folder
                    FROM those
                ), said AS (
                    SELECT number, system, folder, canonical, loaded, updated, unchanged, 0 AS n
                    FROM raw.file_rows JOIN placed USING (file)
                    UNION ALL SELECT number, system, folder, NULL, 0, 0, 0, n FROM raw.rejected_of_files JOIN placed USING (file)
                ), folders AS (
                    SELECT folder, system, COUNT(DISTINCT number) AS files, SUM(n) AS rejected FROM said GROUP BY folder, system
                ), tables AS (
                    SELECT folder, system, canonical, SUM(loaded) AS loaded, SUM(updated) AS updated, SUM(unchanged) AS unchanged
                    FROM said WHERE canonical IS NOT NULL GROUP BY folder, system, canonical
                )
                SELECT folder || '*' AS folder, system, files, rejected, COALESCE(canonical, '') AS canonical,
                       COALESCE(loaded, 0) AS loaded, COALESCE(updated, 0) AS updated, COALESCE(unchanged, 0) AS unchanged
                FROM folders LEFT JOIN tables USING (folder, system)
                ORDER BY folder, system, canonical
                """);
        List<FileLoad> loads = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            loads.add(new FileLoad(
                    rows.texts("folder")[i],
                    rows.texts("system")[i],
                    rows.texts("canonical")[i],
                    (long) rows.doubles("files")[i],
                    (long) rows.doubles("rejected")[i],
                    (long) rows.doubles("loaded")[i],
                    (long) rows.doubles("updated")[i],
                    (long) rows.doubles("unchanged")[i]));
        }
        return loads;
    }

    /** How many things of each file could not be used. */
    private static void note(Staging staging, List<Rejected> rejected) {
        DuckDb.execute(
                staging.connection(),
                "rejections of each file",
                "CREATE OR REPLACE TABLE raw.rejected_of_files (file VARCHAR, n BIGINT)");
        Map<String, Long> counts = new HashMap<>();
        rejected.forEach(what -> counts.merge(what.file(), 1L, Long::sum));
        try (DuckDBAppender to = staging.appender("rejected_of_files")) {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                to.beginRow();
                to.append(count.getKey());
                to.append(count.getValue().longValue());
                to.endRow();
            }
        } catch (SQLException e) {
            throw new QueryFailed("rejections of each file", e);
        }
    }
}
