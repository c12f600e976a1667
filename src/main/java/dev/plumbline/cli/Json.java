package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Answers for scripts: one document, numbers as numbers, undefined as null with a reason. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode report(LoadReport report) {
        ObjectNode node = object();
        node.put("import", report.importId());
        node.put("files", report.files());
        node.put("files_unchanged", report.unchanged());
        ArrayNode tables = node.putArray("tables");
        for (LoadReport.TableLoad table : report.tables()) {
            tables.addObject()
                    .put("table", table.table())
                    .put("loaded", table.loaded())
                    .put("updated", table.updated())
                    .put("unchanged", table.unchanged())
                    .put("removed", table.removed());
        }
        ArrayNode files = node.putArray("by_file");
        ImportedFiles.of(report).values().forEach(file -> {
            ObjectNode one = files.addObject()
                    .put("file", file.file())
                    .put("system", file.system())
                    .put("files", file.files())
                    .put("rejected", file.rejected());
            ArrayNode rows = one.putArray("tables");
            file.tables().forEach(table -> rows.addObject()
                    .put("table", table.table())
                    .put("loaded", table.loaded())
                    .put("updated", table.updated())
                    .put("unchanged", table.unchanged()));
        });
        ArrayNode rejected = node.putArray("rejected");
        report.rejected().forEach(what -> rejected.add(rejected(what)));
        report.notes().forEach(node.withArray("notes")::add);
        return node;
    }

    /** Rows as objects by column name; a missing value is null. */
    static ObjectNode table(Table table) {
        ObjectNode node = object();
        ArrayNode rows = node.putArray("rows");
        for (int i = 0; i < table.rowCount(); i++) {
            ObjectNode row = rows.addObject();
            for (Column<?> column : table.columns()) {
                row.putPOJO(column.name(), value(column, i));
            }
        }
        return node;
    }

    private static @Nullable Object value(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        Object value = column.get(row);
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private static ObjectNode rejected(Rejected what) {
        return object().put("file", what.file())
                .put("line", what.line())
                .put("column", what.column())
                .put("value", what.value())
                .put("reason", what.reason());
    }
}
