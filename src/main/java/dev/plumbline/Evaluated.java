package dev.plumbline;

import dev.plumbline.report.Block;
import dev.plumbline.report.Block.DataTable.Column;
import dev.plumbline.report.Showable;
import java.util.ArrayList;
import java.util.List;

/**
 * A question, its answer in a sentence, and the table behind it.
 *
 * @param answer  a sentence or two, Markdown; never empty
 * @param caption what the columns mean; may be empty
 */
record Evaluated(String answer, String caption, List<Column> columns, List<List<String>> rows) implements Showable {

    static Evaluated only(String answer) {
        return new Evaluated(answer, "", List.of(), List.of());
    }

    /** Names of columns; one that begins with {@code #} holds numbers. */
    static List<Column> columns(String... names) {
        return List.of(names).stream()
                .map(name -> new Column(name.replaceFirst("^#", ""), name.startsWith("#")))
                .toList();
    }

    @Override
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Prose(answer)));
        if (!rows.isEmpty()) {
            blocks.add(new Block.DataTable(caption, columns, rows, rows.size()));
        }
        return blocks;
    }

    @Override
    public String toString() {
        return rows.isEmpty()
                ? answer
                : answer + "\n"
                        + TextTable.of(
                                columns.stream().map(Column::name).toList(),
                                columns.stream().map(Column::numeric).toList(),
                                rows);
    }
}
