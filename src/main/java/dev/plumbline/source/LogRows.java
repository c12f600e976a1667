package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * rows one by one. It can be read again and again, by two threads at once. What is the same in every row, such as the file,
 * is left to the query that reads it.
 */
final class LogRows implements DuckDBTableFunction<String, AtomicInteger, LogRows.Slice> {

    private static final byte[] EMPTY = new byte[0];
    private static final Pattern NO_WORD = Pattern.compile("\\W+");
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
    private final List<String> texts;
    private List<String> wanted;
    private volatile List<String> columns;
    private volatile LogStretch stretch = new LogStretch(0);
    private Optional<String> file = Optional.empty();
    private boolean viewed;

    private LogRows(Staging staging, RawTable table) {
        this.staging = staging;
        this.table = table;
        this.function = "log_records_" + staging.number();
        this.texts = texts(table);
        this.wanted = new ArrayList<>(List.of("file", "line", "position"));
        this.wanted.addAll(table.fields().keySet());
        this.columns = wanted;
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
    static List<String> texts(RawTable table) {
        return table.fields().keySet().stream()
                .filter(name -> !LogStretch.NUMBERS.contains(name))
                .toList();
    }

    /** Goes to a stretch. */
    void show(LogStretch records) {
        stretch = records;
        Optional<String> now = viewed ? records.lot().file() : Optional.empty();
        if (!now.equals(file)) {
            file = now;
            view();
        }
    }

    /** Adds the stretch's records to the table. */
    void insert() {
        run("INSERT INTO " + name() + " " + select());
    }

    /**
     * Lets the table be the stretch that is shown.
     *
     * @param queries that read it: columns which none of them names are empty
     */
    void replaceTable(List<String> queries) {
        Set<String> words = queries.stream().flatMap(NO_WORD::splitAsStream).collect(Collectors.toSet());
        wanted = wanted.stream().filter(words::contains).toList();
        viewed = true;
        run("DROP TABLE " + name());
        view();
    }

    private void view() {
        columns = wanted.stream()
                .filter(column -> !column.equals("file") || file.isEmpty())
                .toList();
        run("CREATE OR REPLACE VIEW " + name() + " AS " + select());
    }

    /** Makes the table one again, without rows. */
    void restoreTable() {
        show(new LogStretch(texts.size()));
        viewed = false;
        run("CREATE TABLE raw.log_rows_kept AS FROM " + name() + "; DROP VIEW " + name()
                + "; ALTER TABLE raw.log_rows_kept RENAME TO " + DuckDb.identifier(table.name()));
    }

    private String name() {
        return "raw." + DuckDb.identifier(table.name());
    }

    private String select() {
        List<String> values = new ArrayList<>();
        values.add(value("file", "VARCHAR"));
        values.add(value("line", "BIGINT"));
        values.add(value("position", "BIGINT"));
        table.fields().forEach((name, field) -> values.add(value(name, field.type())));
        return "SELECT " + String.join(", ", values) + " FROM " + function + "()";
    }

    private String value(String column, String type) {
        String name = DuckDb.identifier(column);
        if (!columns.contains(column)) {
            String constant = column.equals("file") ? file.map(DuckDb::literal).orElse("NULL") : "NULL";
            return "CAST(" + constant + " AS " + type + ") AS " + name;
        }
        return column.equals("time") ? "make_timestamp(time) AS time" : name;
    }

    private void run(String sql) {
        DuckDb.execute(staging.connection(), "reading " + table.name(), sql);
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
        for (String column : columns) {
            info.addResultColumn(
                    column, LogStretch.NUMBERS.contains(column) ? DuckDBColumnType.BIGINT : DuckDBColumnType.VARCHAR);
        }
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
        byte[][] batch = new byte[count][];
        for (int place = 0; count > 0 && place < columns.size(); place++) {
            String column = columns.get(place);
            DuckDBWritableVector vector = to.vector(place);
            int number = LogStretch.NUMBERS.indexOf(column);
            if (number >= 0) {
                for (int i = 0; i < count; i++) {
                    vector.setLong(i, records.number(number, at + i));
                }
            } else if (column.equals("file")) {
                for (int i = 0; i < count; i++) {
                    batch[i] = records.file(at + i);
                }
                vector.setStringUtf8Batch(0, batch);
            } else {
                fill(vector, records.text(texts.indexOf(column)), at, batch);
            }
        }
        slice.at += count;
        return count;
    }

    private static void fill(DuckDBWritableVector vector, LogColumn column, int at, byte[][] batch) {
        boolean any = false;
        for (int i = 0; i < batch.length; i++) {
            byte @Nullable [] text = column.get(at + i);
            any |= text != null;
            batch[i] = text == null ? EMPTY : text;
        }
        if (any) {
            vector.setStringUtf8Batch(0, batch);
        }
        for (int i = 0; i < batch.length; i++) {
            if (column.isNull(at + i)) {
                vector.setNull(i);
            }
        }
    }
}
