package dev.plumbline.source;

import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.util.Map;

/**
 * How the rows of {@code raw.csv_rows} follow one another. Most exports number their trades, and write them as they
 * happen.
 *
 * @param sorted whether they come in the order of their times
 * @param rising whether their keys rise from row to row, so that none comes twice
 */
record RowOrder(boolean sorted, boolean rising) {

    /** Of rows that nobody has looked at. */
    static final RowOrder UNKNOWN = new RowOrder(false, false);

    /** Looks at each row and the one before it. */
    static RowOrder of(Staging staging, CsvKind kind, Map<String, Integer> places) {
        String time = kind.name().equals("trades") ? "moment" : "time";
        String key = kind.name().equals("trades")
                ? places.containsKey("trade_id") ? "TRY_CAST(trade_id AS BIGINT)" : "CAST(NULL AS BIGINT)"
                : "epoch_us(time)";
        // a window keeps one processor busy: two halves, which share the row between them, keep two
        String middle =
                "(SELECT MIN(rowid) FROM raw.csv_rows WHERE rowid >= (SELECT MAX(rowid) // 2 FROM raw.csv_rows))";
        String rows = "SELECT " + time + " AS time, lag(" + time + ") OVER () AS before, " + key + " AS key, lag(" + key
                + ", 1, -1) OVER () AS last FROM raw.csv_rows WHERE rowid ";
        Rows order = staging.select(
                "order of rows",
                "SELECT COUNT(*) FILTER (time < before) AS back, COUNT(*) FILTER ((key > last) IS NOT TRUE) AS again FROM ("
                        + rows + "<= " + middle + " UNION ALL " + rows + ">= " + middle + ")");
        return new RowOrder(order.doubles("back")[0] == 0, order.doubles("again")[0] == 0);
    }
}
