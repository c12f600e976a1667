package dev.plumbline;

import dev.plumbline.report.Block;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a window's figures rest on: how many rows of each kind, from how many files, and what of those files could not be
 * used.
 *
 * @param words    in one or two sentences
 * @param rejected the first of what was rejected, as a table; nothing where all was used
 */
record Holdings(String words, List<Block> rejected) {

    private static final int SHOWN = 20;
    private static final List<String> FIRST =
            List.of("trades", "equity", "decisions", "retrainings", "confidence", "modes");
    private static final Map<String, String> NAMES = Map.of(
            "equity", "equity points",
            "confidence", "confidence readings",
            "modes", "mode states",
            "positions", "position rows",
            "samples", "monitoring samples",
            "news", "news items");

    static Holdings of(Window window) {
        Rows tables = window.rows("explore/rows_by_table");
        List<String> counts = new ArrayList<>();
        int[] order = IntStream.range(0, tables.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> place(tables.texts("rows_of")[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : order) {
            String kind = tables.texts("rows_of")[i];
            long n = (long) tables.doubles("n")[i];
            String name = NAMES.getOrDefault(kind, kind);
            counts.add(String.format(Locale.ROOT, "%,d %s", n, n == 1 ? name.replaceFirst("s$", "") : name));
        }
        var store = window.workbench().store();
        String agent = window.scope().agent();
        String system = window.scope().system();
        long files =
                (long) store.select("SELECT COUNT(*) AS n FROM files WHERE system = ? AND agent = ?", system, agent)
                        .doubles("n")[0];
        Rows bad = store.select(
                "SELECT r.file, r.line, r.col, r.value, r.reason, COUNT(*) OVER () AS n FROM rejected AS r"
                        + " INNER JOIN files AS f ON f.path = r.file"
                        + " WHERE f.system = ? AND f.agent = ? ORDER BY r.file, r.line, r.col LIMIT " + SHOWN,
                system,
                agent);
        long rejected = bad.isEmpty() ? 0 : (long) bad.doubles("n")[0];
        String rows = counts.isEmpty() ? "No rows in these days" : String.join(", ", counts) + " in these days";
        String from = files == 0
                ? "."
                : String.format(
                        Locale.ROOT, "; the agent’s rows come from %,d %s.", files, files == 1 ? "file" : "files");
        String lost = rejected == 0
                ? " Nothing was rejected."
                : String.format(
                        Locale.ROOT, " %,d %s rejected.", rejected, rejected == 1 ? "thing was" : "things were");
        return new Holdings(rows + from + lost, rejected == 0 ? List.of() : List.of(table(bad, rejected)));
    }

    /** What figures rest on most comes first. */
    private static int place(String kind) {
        int at = FIRST.indexOf(kind);
        return at < 0 ? FIRST.size() : at;
    }

    private static Block table(Rows bad, long all) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < bad.size(); i++) {
            long line = (long) bad.doubles("line")[i];
            long column = (long) bad.doubles("col")[i];
            String place = Path.of(bad.texts("file")[i]).getFileName()
                    + (line > 0 ? ":" + line : "")
                    + (line > 0 && column > 0 ? ":" + column : "");
            rows.add(List.of(place, bad.texts("value")[i], bad.texts("reason")[i]));
        }
        return new Block.DataTable(
                "What was rejected.",
                List.of(
                        new Block.DataTable.Column("where", false),
                        new Block.DataTable.Column("found", false),
                        new Block.DataTable.Column("why it was not used", false)),
                rows,
                all);
    }
}
