package dev.plumbline.notebook;

import dev.plumbline.baseline.Deviation;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.report.Block;
import dev.plumbline.report.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a value looks like in a terminal. */
final class ShellWords {

    private static final int MAX_ROWS = 40;

    private static final int MAX_TEXT = 500_000;

    private final int room;

    private ShellWords(int room) {
        this.room = room;
    }

    /** Empty for plain values, which JShell words well itself. */
    static Optional<String> of(Object value, int room) {
        return new ShellWords(room).of(value);
    }

    private Optional<String> of(Object value) {
        if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Deviation.class::isInstance)) {
            return Optional.of(
                    deviations(list.stream().map(Deviation.class::cast).toList()));
        }
        List<Block> blocks;
        try {
            blocks = Rendering.of(value, "shell");
        } catch (RuntimeException e) {
            return Optional.of("cannot be shown: " + Trace.message(e));
        }
        if (blocks.stream().allMatch(Block.Printed.class::isInstance) && !(value instanceof Block)) {
            return Optional.empty();
        }
        String text =
                blocks.stream().map(this::text).filter(said -> !said.isEmpty()).collect(Collectors.joining("\n\n"));
        // nothing from a file may move the cursor, set a colour or turn the direction of what stands beside it
        return Optional.of(PlainText.lines(text, MAX_TEXT));
    }

    private String text(Block block) {
        if (block instanceof Block.DataTable table) {
            return table(table);
        }
        if (block instanceof Block.Deviations deviations) {
            return VerdictTable.of(deviations.check(), room, false) + "  every row: check.rows()";
        }
        if (block instanceof Block.Measurements measurements) {
            return measurements(measurements.rows());
        }
        if (block instanceof Block.VerdictBox) {
            // the table of the rows says it
            return "";
        }
        if (block instanceof Block.Figure figure) {
            return Sparklines.of(figure.chart(), room);
        }
        return words(block);
    }

    private String words(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.text();
        }
        if (block instanceof Block.Prose prose) {
            return prose.markdown();
        }
        if (block instanceof Block.Code code) {
            return code.source();
        }
        if (block instanceof Block.Printed printed) {
            return printed.text();
        }
        if (block instanceof Block.Failure failure) {
            return failure.place() + ": " + failure.message();
        }
        if (block instanceof Block.Definitions definitions) {
            return definitions.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining("\n"));
        }
        return "(a picture)";
    }

    private String table(Block.DataTable table) {
        List<String> names =
                table.columns().stream().map(Block.DataTable.Column::name).toList();
        List<Boolean> right =
                table.columns().stream().map(Block.DataTable.Column::numeric).toList();
        List<List<String>> rows = table.rows().stream().limit(MAX_ROWS).toList();
        String caption = table.caption().isEmpty() ? "" : table.caption() + "\n";
        String rest = table.total() > rows.size() ? "\n… " + rows.size() + " of " + table.total() + " rows" : "";
        return caption + Columns.text(names, right, rows, room) + rest;
    }

    private String deviations(List<Deviation> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Deviation row : all) {
            rows.add(List.of(
                    row.title(),
                    row.then().map(Measurement::text).orElse(""),
                    row.now().text(),
                    row.change().isPresent()
                            ? row.now()
                                    .metric()
                                    .unit()
                                    .formatChange(row.change().getAsDouble())
                            : "",
                    Long.toString(row.now().n()),
                    row.verdict().glyph() + " " + row.verdict().word(),
                    row.why()));
        }
        return Columns.text(
                List.of("metric", "baseline", "now", "change", "n", "verdict", "why"),
                List.of(false, true, true, true, true, false, false),
                rows,
                room);
    }

    /** Value with its unit, interval and n; or why there is none. */
    private String measurements(List<Measurement> measured) {
        List<List<String>> rows = new ArrayList<>();
        for (Measurement one : measured) {
            String why = one.result() instanceof Result.Undefined undefined ? undefined.because() : "";
            rows.add(List.of(
                    one.title(),
                    one.text(),
                    one.interval().map(i -> interval(one.metric().unit(), i)).orElse(""),
                    Long.toString(one.n()),
                    why.isEmpty() ? String.join("; ", one.notes()) : why));
        }
        return Columns.text(
                List.of("metric", "value", "95 %", "n", ""), List.of(false, true, true, true, false), rows, room);
    }

    private static String interval(Unit unit, Interval interval) {
        return "[" + end(unit, interval.low()) + ", " + end(unit, interval.high()) + "]";
    }

    private static String end(Unit unit, double end) {
        return Double.isInfinite(end) ? "…" : unit.format(end).replaceFirst(" (%|an? \\w+)$", "");
    }
}
