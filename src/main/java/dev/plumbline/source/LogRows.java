package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a log as a table function of DuckDB, which takes whole columns of bytes: several times as fast as appending
 * rows one by one. It can be read again and again, by two threads at once.
 */
final class LogRows implements DuckDBTableFunction<String, AtomicInteger, LogRows.Slice> {

    private static final byte[] EMPTY = new byte[0];
    /** What a thread takes at once: a row group of a Parquet file. */
    private static final int SLICE = 122_880;

    private static final int THREADS = 2;

    /** The records that a thread is at. */
    static final class Slice {
        private int at;
        private int end;
    }

    private final Staging staging;
    private final RawTable table;
    private final String function;
    private final List<String> columns;
    private volatile LogStretch stretch = new LogStretch(0);

    private LogRows(Staging staging, RawTable table) {
        this.staging = staging;
        this.table = table;
        this.function = "log_records_" + staging.number();
        this.columns = columns(table);
    }

    /** @param table that takes the rows */
    static LogRows into(RawTable table, Staging staging) {
        LogRows rows = new LogRows(staging, table);
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(rows.function).withFunction(rows).register(staging.connection());
        } catch (SQLException e) {
            throw new QueryFailed("reading logs", e);
        }
        return rows;
    }

    /** The table's columns of text, in order: all but those that a stretch has for every log. */
    static List<String> columns(RawTable table) {
        return table.fields().keySet().stream()
                .filter(name -> !List.of("time", "nth", "lines").contains(name))
                .toList();
    }

    /** Goes to a stretch. */
    void show(LogStretch records) {
        stretch = records;
    }

    /** Adds the stretch's records to the table. */
    void insert() {
        run("INSERT INTO " + name() + " " + select());
    }

    /** Lets the table be the stretch that is shown. */
    void replaceTable() {
        run("DROP TABLE " + name() + "; CREATE VIEW " + name() + " AS " + select());
    }

    /** Makes the table one again, without rows. */
    void restoreTable() {
        show(new LogStretch(columns.size()));
        run("CREATE TABLE raw.log_rows_kept AS FROM " + name() + "; DROP VIEW " + name()
                + "; ALTER TABLE raw.log_rows_kept RENAME TO " + DuckDb.identifier(table.name()));
    }

    private String name() {
        return "raw." + DuckDb.identifier(table.name());
    }

    private String select() {
        List<String> values = new ArrayList<>(List.of("file", "line", "position"));
        for (String field : table.fields().keySet()) {
            values.add(field.equals("time") ? "make_timestamp(time) AS time" : DuckDb.identifier(field));
        }
        return "SELECT " + String.join(", ", values) + " FROM " + function + "()";
    }

    private void run(String sql) {
        DuckDb.execute(staging.connection(), "reading " + table.name(), sql);
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
        info.addResultColumn("file", DuckDBColumnType.VARCHAR);
        LogStretch.NUMBERS.forEach(column -> info.addResultColumn(column, DuckDBColumnType.BIGINT));
        columns.forEach(column -> info.addResultColumn(column, DuckDBColumnType.VARCHAR));
        info.setCardinality(stretch.size(), true);
        return function;
    }

    @Override
    public AtomicInteger init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(THREADS);
        return new AtomicInteger();
    }

    @Override
    public Slice localInit(DuckDBTableFunctionInitInfo info) {
        return new Slice();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter to) {
        LogStretch records = stretch;
        Slice slice = call.getLocalInitData();
        if (slice.at == slice.end) {
            AtomicInteger next = call.getInitData();
            slice.at = Math.min(next.getAndAdd(SLICE), records.size());
            slice.end = Math.min(slice.at + SLICE, records.size());
        }
        int at = slice.at;
        int count = (int) Math.min(to.capacity(), slice.end - at);
        if (count == 0) {
            return 0;
        }
        byte[][] texts = new byte[count][];
        for (int i = 0; i < count; i++) {
            texts[i] = records.file(at + i);
        }
        to.vector(0).setStringUtf8Batch(0, texts);
        int place = 1;
        for (int number = 0; number < LogStretch.NUMBERS.size(); number++) {
            DuckDBWritableVector vector = to.vector(place++);
            for (int i = 0; i < count; i++) {
                vector.setLong(i, records.number(number, at + i));
            }
        }
        for (int column = 0; column < columns.size(); column++) {
            fill(to.vector(place++), records.text(column), at, texts);
        }
        slice.at += count;
        return count;
    }

    private static void fill(DuckDBWritableVector vector, LogColumn column, int at, byte[][] texts) {
        boolean any = false;
        for (int i = 0; i < texts.length; i++) {
            byte @Nullable [] text = column.get(at + i);
            any |= text != null;
            texts[i] = text == null ? EMPTY : text;
        }
        if (any) {
            vector.setStringUtf8Batch(0, texts);
        }
        for (int i = 0; i < texts.length; i++) {
            if (column.isNull(at + i)) {
                vector.setNull(i);
            }
        }
    }
}
