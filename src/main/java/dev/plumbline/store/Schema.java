package dev.plumbline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The canonical tables, as {@code queries/schema} defines them: every one has the columns of {@code common.sql} before
 * its own, but for the store's own books.
 */
public final class Schema {

    private static final Pattern COLUMN =
            Pattern.compile("^ {4}(\\w+) +([A-Z]+(?:\\(\\d+,\\d+\\))?(?: NOT NULL)?),?$", Pattern.MULTILINE);
    private static final Pattern COMMENT =
            Pattern.compile("^COMMENT ON COLUMN \\w+\\.(\\w+) IS '(.*)';?$", Pattern.MULTILINE);

    /** A column, its DuckDB type and what it means. */
    public record Column(String name, String type, String comment) {}

    /** A table and its columns, the common ones first; {@code about} says what a row is. */
    public record Table(String name, String about, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }

        public List<String> columnNames() {
            return columns.stream().map(Column::name).toList();
        }

        String create(String schema) {
            return create(schema, name);
        }

        /** As a table of another name. */
        String create(String schema, String called) {
            List<String> lines = columns.stream()
                    .map(c -> DuckDb.identifier(c.name()) + " " + c.type())
                    .toList();
            return "CREATE TABLE " + schema + "." + DuckDb.identifier(called) + " (" + String.join(", ", lines) + ")";
        }
    }

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Table> books = new LinkedHashMap<>();

    private Schema() {}

    public static Schema read(Queries queries) {
        Schema schema = new Schema();
        List<Column> common = columns(queries.text("schema/common"));
        for (String name : queries.names("schema")) {
            if (name.equals("schema/common")) {
                continue;
            }
            String table = Path.of(name).getFileName().toString();
            List<Column> own = columns(queries.text(name));
            if (name.startsWith("schema/bookkeeping/")) {
                schema.books.put(table, new Table(table, queries.header(name), own));
            } else {
                List<Column> all = new ArrayList<>(common);
                all.addAll(own);
                schema.tables.put(table, new Table(table, queries.header(name), all));
            }
        }
        return schema;
    }

    /** The canonical tables by name, in the order of their files, which is that of their names. */
    public Map<String, Table> tables() {
        return Collections.unmodifiableMap(tables);
    }

    /** The store's own books: imports, files, rejected. */
    public Map<String, Table> books() {
        return Collections.unmodifiableMap(books);
    }

    /** Canonical tables and books. */
    public List<Table> all() {
        List<Table> all = new ArrayList<>(tables.values());
        all.addAll(books.values());
        return all;
    }

    /** Makes every canonical table, empty, in a schema of the connection. */
    void create(Connection connection, String name) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA IF NOT EXISTS " + name);
        tables.values().forEach(table -> statements.add(table.create(name)));
        DuckDb.execute(connection, "making the canonical tables", String.join(";\n", statements));
    }

    private static List<Column> columns(String sql) {
        Map<String, String> comments = new LinkedHashMap<>();
        for (Matcher m = COMMENT.matcher(sql); m.find(); ) {
            comments.put(m.group(1), m.group(2).replace("''", "'"));
        }
        List<Column> found = new ArrayList<>();
        for (Matcher m = COLUMN.matcher(sql); m.find(); ) {
            found.add(new Column(m.group(1), m.group(2), comments.getOrDefault(m.group(1), "")));
        }
        return found;
    }
}
