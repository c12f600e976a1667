package dev.plumbline.cli;

import dev.plumbline.Measurements;
import dev.plumbline.TextTable;
import dev.plumbline.Window;
import dev.plumbline.metric.Measurement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measurements as text that fits the screen: a table of those that have a value, then the reasons of those that have none. */
final class MeasureTable {

    private static final List<Boolean> NUMERIC = List.of(false, true, false, true);
    private static final List<String> MARKS = List.of("¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹");

    /** Rows that a note is said once for. */
    private static final int OFTEN = 3;

    private static final List<String> HEADER = List.of("metric", "value", "95 % interval", "n");

    private MeasureTable() {}

    static String of(List<Measurement> rows, int width) {
        Map<String, Measurement> named = new LinkedHashMap<>();
        rows.forEach(row -> named.put(row.title(), row));
        return table("metric", named, width);
    }

    /** A table a metric, a row an agent. */
    static String sideBySide(Map<Window, Measurements> answers, int width) {
        Map<String, Map<String, Measurement>> metrics = new LinkedHashMap<>();
        answers.forEach((window, rows) -> rows.rows()
                .forEach(row -> metrics.computeIfAbsent(row.title(), title -> new LinkedHashMap<>())
                        .put(window.scope().toString(), row)));
        return metrics.entrySet().stream()
                .map(metric -> "\n" + table(metric.getKey(), metric.getValue(), width))
                .collect(Collectors.joining("\n"));
    }

    private static String table(String first, Map<String, Measurement> named, int width) {
        List<List<String>> cells = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> shared = shared(named.values());
        Map<String, List<String>> undefined = new LinkedHashMap<>();
        named.forEach((name, row) -> {
            if (row.isDefined()) {
                cells.add(List.of(
                        name,
                        row.text(),
                        row.interval().map(i -> range(row, i.low(), i.high())).orElse(""),
                        n(row)));
                notes.add(marked(row.notes(), shared));
            } else {
                undefined
                        .computeIfAbsent(row.because().orElse(""), reason -> new ArrayList<>())
                        .add(name);
            }
        });
        List<String> header = new ArrayList<>(HEADER);
        header.set(0, first);
        List<String> lines = new ArrayList<>();
        if (!cells.isEmpty()) {
            List<String> table = TextTable.of(header, NUMERIC, cells).lines().toList();
            lines.add(table.get(0));
            for (int i = 0; i < notes.size(); i++) {
                lines.addAll(noted(table.get(i + 1), notes.get(i), width));
            }
            for (int i = 0; i < shared.size(); i++) {
                lines.addAll(wrapped(MARKS.get(i) + " " + shared.get(i), "  ", width));
            }
        }
        if (cells.isEmpty() && !first.equals(HEADER.get(0))) {
            lines.add(first);
        }
        undefined.forEach((reason, names) ->
                lines.addAll(wrapped("undefined: " + String.join("; ", names) + " (" + reason + ")", "    ", width)));
        return String.join("\n", lines);
    }

    /** What several rows have to say is said once, below them. */
    private static List<String> shared(Collection<Measurement> rows) {
        Map<String, Long> said = rows.stream()
                .flatMap(row -> row.notes().stream())
                .collect(Collectors.groupingBy(note -> note, LinkedHashMap::new, Collectors.counting()));
        return said.entrySet().stream()
                .filter(note -> note.getValue() >= OFTEN)
                .map(Map.Entry::getKey)
                .limit(MARKS.size())
                .toList();
    }

    private static String marked(List<String> notes, List<String> shared) {
        String marks = notes.stream()
                .filter(shared::contains)
                .map(note -> MARKS.get(shared.indexOf(note)))
                .collect(Collectors.joining());
        String own = notes.stream().filter(note -> !shared.contains(note)).collect(Collectors.joining("; "));
        return marks + (marks.isEmpty() || own.isEmpty() ? "" : " ") + own;
    }

    /** The note beside its row where both fit, else below it. */
    private static List<String> noted(String row, String note, int width) {
        if (note.isEmpty()) {
            return List.of(row);
        }
        String beside = row + "  " + TextTable.clean(note);
        if (beside.length() <= width) {
            return List.of(beside);
        }
        List<String> lines = new ArrayList<>(List.of(row));
        lines.addAll(wrapped("    " + note, "    ", width));
        return lines;
    }

    /** Broken at spaces, lines after the first with an indent. */
    static List<String> wrapped(String text, String indent, int width) {
        List<String> lines = new ArrayList<>();
        String rest = TextTable.clean(text);
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > indent.length() ? space : width;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = indent + rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static String n(Measurement row) {
        return String.format(java.util.Locale.ROOT, "%,d", row.n());
    }

    /** The unit once, at the upper end: {@code [50.1, 59.6 %]}. */
    private static String range(Measurement row, double low, double high) {
        String upper = row.metric().unit().format(high);
        String lower = row.metric().unit().format(low);
        int space = upper.indexOf(' ');
        boolean same = space > 0 && lower.endsWith(upper.substring(space));
        return "[" + (same ? lower.substring(0, lower.length() - (upper.length() - space)) : lower) + ", " + upper
                + "]";
    }
}
