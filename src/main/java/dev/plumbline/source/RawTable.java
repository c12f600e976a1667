package dev.plumbline.source;

import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table of {@code raw} that JSON objects are read into. Its first columns are {@code file}, {@code line} and
 * {@code position} (from 0, in the array that held the object); each further one takes the field of its name, so a
 * source reads a field more by naming it in its {@code raw.sql}. A column named {@code a.b} takes field b of the object a; one of
 * type JSON takes whatever stands there as text; {@code parent} takes the position of the object around, and {@code key} the
 * name of an object in a map.
 *
 * @param name   without the schema
 * @param fields by name, in the order of the table
 */
record RawTable(String name, Map<String, Field> fields) {

    /** Columns before the fields. */
    static final int LEADING = 3;

    /** A field's place in the row, from 0, and its DuckDB type. */
    record Field(String name, int place, String type) {}

    RawTable {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether a column is named after a field within this one, as in {@code metrics.total}. */
    boolean descends(String name) {
        String prefix = name + ".";
        return fields.keySet().stream().anyMatch(field -> field.startsWith(prefix));
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    int width() {
        return LEADING + fields.size();
    }

    /** The tables of {@code raw} whose name begins so. */
    static Map<String, RawTable> read(Staging staging, String prefix) {
        Rows columns = staging.select("the tables of raw", """
                SELECT table_name, column_name, data_type, ordinal_position AS place FROM information_schema.columns
                WHERE table_catalog = current_database() AND table_schema = 'raw' AND starts_with(table_name, ?) ORDER BY table_name, ordinal_position
                """, prefix);
        Map<String, Map<String, Field>> found = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int place = (int) columns.doubles("place")[i] - 1;
            Map<String, Field> fields =
                    found.computeIfAbsent(columns.texts("table_name")[i], name -> new LinkedHashMap<>());
            if (place >= LEADING) {
                String name = columns.texts("column_name")[i];
                fields.put(name, new Field(name, place, columns.texts("data_type")[i]));
            }
        }
        Map<String, RawTable> tables = new LinkedHashMap<>();
        found.forEach((name, fields) -> tables.put(name, new RawTable(name, fields)));
        return tables;
    }
}
