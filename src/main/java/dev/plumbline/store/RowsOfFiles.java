package dev.plumbline.store;

import dev.plumbline.model.LoadReport.FileLoad;
import java.util.ArrayList;
import java.util.List;

/** What the last publishing did with the rows of each file. */
public final class RowsOfFiles {

    private RowsOfFiles() {}

    public static List<FileLoad> of(Staging staging) {
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
}
