package dev.plumbline.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query returned, by column. Numbers are doubles with NaN for NULL, times are microseconds since 1970 with
 * {@link Long#MIN_VALUE} for NULL, everything else is text with the empty string for NULL.
 */
public final class Rows {

    private final int size;
    private final Map<String, Object> columns;

    private Rows(int size, Map<String, Object> columns) {
        this.size = size;
        this.columns = columns;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** Whether a column holds numbers, to be read by {@link #doubles}. */
    public boolean isNumeric(String name) {
        return columns.get(name) instanceof double[];
    }

    /** Whether a column holds times, to be read by {@link #micros}. */
    public boolean isTime(String name) {
        return columns.get(name) instanceof long[];
    }

    public double[] doubles(String name) {
        return (double[]) column(name, double[].class);
    }

    public long[] micros(String name) {
        return (long[]) column(name, long[].class);
    }

    public String[] texts(String name) {
        return (String[]) column(name, String[].class);
    }

    private Object column(String name, Class<?> type) {
        Object found = columns.get(name);
        if (found == null || !type.isInstance(found)) {
            throw new IllegalArgumentException("no column " + name + " of " + type.getSimpleName() + "; there are "
                    + String.join(", ", columns.keySet()));
        }
        return found;
    }

    /** Reads a result to its end. */
    static Rows of(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(Column.of(meta.getColumnTypeName(i)));
        }
        int size = 0;
        while (result.next()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(result, i + 1, size);
            }
            size++;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(meta.getColumnLabel(i + 1), columns.get(i).cut(size));
        }
        return new Rows(size, named);
    }

    private sealed interface Column {

        void add(ResultSet result, int index, int row) throws SQLException;

        Object cut(int size);

        static Column of(String type) {
            if (type.startsWith("TIMESTAMP")) {
                return new Times();
            }
            if (type.equals("DATE")
                    || type.equals("VARCHAR")
                    || type.equals("BOOLEAN")
                    || type.equals("BLOB")
                    || type.equals("UUID")
                    || type.endsWith("]")
                    || type.startsWith("STRUCT")
                    || type.startsWith("MAP")
                    || type.startsWith("ENUM")
                    || type.startsWith("JSON")
                    || type.startsWith("INTERVAL")
                    || type.startsWith("TIME")) {
                return new Texts();
            }
            return new Numbers();
        }
    }

    private static final class Numbers implements Column {
        private double[] values = new double[64];

        @Override
        public void add(ResultSet result, int index, int row) throws SQLException {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            double value = result.getDouble(index);
            values[row] = result.wasNull() ? Double.NaN : value;
        }

        @Override
        public Object cut(int size) {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Times implements Column {
        private long[] values = new long[64];

        @Override
        public void add(ResultSet result, int index, int row) throws SQLException {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            LocalDateTime time = result.getObject(index, LocalDateTime.class);
            values[row] = time == null
                    ? Long.MIN_VALUE
                    : ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
        }

        @Override
        public Object cut(int size) {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Texts implements Column {
        private String[] values = new String[64];

        @Override
        public void add(ResultSet result, int index, int row) throws SQLException {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            @Nullable Object value = result.getObject(index);
            values[row] = value == null ? "" : value.toString();
        }

        @Override
        public Object cut(int size) {
            return Arrays.copyOf(values, size);
        }
    }
}
