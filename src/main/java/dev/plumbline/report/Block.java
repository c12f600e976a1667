package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.chart.Chart;
import dev.plumbline.metric.Measurement;
import java.util.List;
import java.util.Map;

/** One thing on a page, from top to bottom. Text inside is plain and untrusted: it is escaped when the page is written. */
public sealed interface Block
        permits Block.Code,
                Block.DataTable,
                Block.Definitions,
                Block.Deviations,
                Block.Failure,
                Block.Figure,
                Block.Heading,
                Block.Html,
                Block.Measurements,
                Block.Printed,
                Block.Prose,
                Block.VerdictBox {

    /** A heading that the contents list links to. Level 1 is the page's own and is not used here. */
    record Heading(int level, String text) implements Block {}

    /** Markdown, with tables; raw HTML inside is shown as text. */
    record Prose(String markdown) implements Block {}

    /** A cell's source, folded; {@code title} may be empty. */
    record Code(String title, String source) implements Block {}

    /** What a cell printed. */
    record Printed(String text) implements Block {}

    /** What went wrong, and where: {@code notebooks/x.jsh:41:9}. */
    record Failure(String place, String message, String detail) implements Block {}

    /** A picture, with its numbers behind it. */
    record Figure(Chart chart) implements Block {}

    /** The verdict of a check in sentences: the first thing on a page. */
    record VerdictBox(Check check) implements Block {}

    /** The table of a check: every row with its change, interval and band. */
    record Deviations(Check check) implements Block {}

    /** Measurements, one a row: value, interval, n, definition or reason. */
    record Measurements(List<Measurement> rows) implements Block {
        public Measurements {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A table of text.
     *
     * @param total rows there are in all, where only the first are shown
     */
    record DataTable(String caption, List<Column> columns, List<List<String>> rows, long total) implements Block {
        public DataTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        public record Column(String name, boolean numeric) {}
    }

    /** Names and what stands behind them. */
    record Definitions(Map<String, String> entries) implements Block {}

    /** Markup that this project made itself, such as an SVG of a user's own chart; never text from an input. */
    record Html(String trusted) implements Block {}
}
