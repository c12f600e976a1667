package dev.plumbline.source;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for a table of {@code raw} while its object is read. */
final class JsonRow {
    final JsonShape shape;
    private final @Nullable RawTable table;
    final @Nullable Object[] values;
    final long position;
    boolean complete;
    boolean complained;

    JsonRow(JsonShape shape, @Nullable RawTable table, long position) {
        this.shape = shape;
        this.table = table;
        this.values = new @Nullable Object[table == null ? RawTable.LEADING : table.width()];
        this.position = position;
        this.complete = shape.required().isEmpty();
    }

    void leading(String file, long line, long parent, @Nullable String key) {
        values[0] = file;
        values[1] = line;
        values[2] = position;
        put("parent", parent);
        put("key", key);
    }

    private void put(String name, @Nullable Object value) {
        RawTable.Field field = field(name);
        if (field != null && value != null) {
            values[field.place()] = value;
        }
    }

    RawTable.@Nullable Field field(String name) {
        return table == null ? null : table.fields().get(name);
    }

    boolean descends(String name) {
        return (table != null && table.descends(name)) || shape.within(name);
    }

    void add(List<JsonFile.Row> rows) {
        if (table != null) {
            rows.add(new JsonFile.Row(table, Arrays.asList(values)));
        }
    }
}
