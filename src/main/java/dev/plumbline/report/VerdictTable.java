package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A check as a terminal shows it: the verdict, then a row for each thing that is not calm. Never wider than asked. */
public final class VerdictTable {

    private static final int ROWS = 12;
    private static final int WATCHED = 4;
    private static final int UNKNOWN_ROWS = 2;
    private static final int LEAST_WHY = 30;
    private static final List<String> HEADS = List.of("metric", "baseline", "now", "change", "[95 %]", "n", "verdict");

    private VerdictTable() {}

    /**
     * Lines that end in a line feed.
     *
     * @param width  columns of the terminal; 60 at least
     * @param colour whether to use ANSI colours
     */
    public static String of(Check check, int width, boolean colour) {
        int room = Math.max(60, width);
        StringBuilder text = new StringBuilder();
        Verdict verdict = check.verdict();
        String head = verdict.glyph() + " " + verdict.word().toUpperCase(Locale.ROOT) + "   ";
        List<String> about = Cells.wrapParts(about(check), " · ", room - Cells.width(head));
        for (int i = 0; i < about.size(); i++) {
            text.append(i == 0 ? Ansi.paint(verdict, head, colour) : " ".repeat(Cells.width(head)))
                    .append(about.get(i))
                    .append('\n');
        }
        check.caution().ifPresent(words -> Cells.wrap(words, room - 2)
                .forEach(line -> text.append("  ").append(line).append('\n')));
        check.baseline().stream().flatMap(it -> it.notes().stream()).forEach(note -> Cells.wrap(
                        "the baseline: " + Finding.plain(note), room - 2)
                .forEach(line -> text.append("  ").append(line).append('\n')));
        List<Deviation> shown = shown(check);
        if (!shown.isEmpty()) {
            rows(text, shown, room, colour);
        }
        String rest = rest(check, shown);
        if (!rest.isEmpty()) {
            Cells.wrap("… " + rest, room - 2)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static List<String> about(Check check) {
        List<String> parts =
                new ArrayList<>(List.of(Finding.plain(check.scope().toString()), Words.days(check.period())));
        parts.add(check.baseline()
                .map(b -> "against " + Finding.plain(b.words()) + " (" + Words.daysBefore(b.period(), check.period())
                        + ")")
                .orElse("no baseline: limits only"));
        check.freshness().ifPresent(fresh -> parts.add(Finding.plain(fresh.words())));
        boolean usual = check.rules().equals(check.scope().system() + ".yaml");
        if (!usual) {
            parts.add("rules of " + Finding.plain(check.rules()));
        }
        return parts;
    }

    private static List<Deviation> shown(Check check) {
        List<Deviation> shown = new ArrayList<>();
        DeviationTable.ordered(check).stream()
                .filter(row -> row.verdict().isAlarm())
                .limit(ROWS)
                .forEach(shown::add);
        add(shown, check.with(Verdict.WATCH), WATCHED);
        add(shown, check.with(Verdict.UNKNOWN), UNKNOWN_ROWS);
        return shown;
    }

    private static void add(List<Deviation> shown, List<Deviation> rows, int most) {
        rows.stream().limit(Math.max(0, Math.min(most, ROWS - shown.size()))).forEach(shown::add);
    }

    private static String rest(Check check, List<Deviation> shown) {
        List<String> rest = new ArrayList<>();
        for (Verdict kind : List.of(Verdict.RED, Verdict.YELLOW)) {
            if (more(check, shown, kind) > 0) {
                rest.add(more(check, shown, kind) + " more " + kind.word());
            }
        }
        if (more(check, shown, Verdict.WATCH) > 0) {
            rest.add(more(check, shown, Verdict.WATCH) + " more to watch");
        }
        long unknown = more(check, shown, Verdict.UNKNOWN);
        if (check.count(Verdict.WITHIN) > 0) {
            rest.add(check.count(Verdict.WITHIN)
                    + (check.baseline().isPresent() ? " within the baseline" : " within the limits"));
        }
        if (unknown > 0) {
            rest.add(unknown + " more that can’t be told yet");
        }
        if (check.rows().isEmpty()) {
            rest.add("nothing was measured in this period");
        }
        return String.join(", ", rest);
    }

    private static long more(Check check, List<Deviation> shown, Verdict kind) {
        return check.count(kind)
                - shown.stream().filter(row -> row.verdict() == kind).count();
    }

    private static void rows(StringBuilder text, List<Deviation> shown, int room, boolean colour) {
        List<List<String>> cells = shown.stream().map(VerdictTable::cells).toList();
        int[] widths = Columns.fit(HEADS, cells, room);
        int used = Columns.total(widths);
        boolean whyBeside = room - used - 2 >= LEAST_WHY;
        text.append(Columns.line(HEADS, widths).stripTrailing()).append('\n');
        for (int i = 0; i < cells.size(); i++) {
            Deviation row = shown.get(i);
            String line = Columns.line(cells.get(i), widths);
            String verdict = cells.get(i).get(HEADS.size() - 1);
            String painted = line.replace(verdict, Ansi.paint(row.verdict(), verdict, colour));
            String why = Finding.plain(row.why().isEmpty() ? row.now().because().orElse("") : row.why());
            if (whyBeside) {
                List<String> lines = Cells.wrap(why, room - used - 2);
                text.append(lines.isEmpty() ? painted.stripTrailing() : painted + "  " + lines.get(0))
                        .append('\n');
                lines.stream().skip(1).forEach(more -> text.append(" ".repeat(used + 2))
                        .append(more)
                        .append('\n'));
            } else {
                text.append(painted.stripTrailing()).append('\n');
                String name = cells.get(i).get(0);
                boolean cut = Cells.width(name) > widths[0];
                if (!cut
                        && row.verdict() == Verdict.WATCH
                        && row.kind() == Deviation.Kind.DEVIATION
                        && why.endsWith("changed for certain")) {
                    continue;
                }
                // two slices of a metric differ in the end of their names
                Cells.wrap(cut ? name + ": " + why : why, room - 6)
                        .forEach(more -> text.append("      ").append(more).append('\n'));
            }
        }
    }

    private static List<String> cells(Deviation row) {
        Unit unit = row.now().metric().unit();
        return List.of(
                Finding.plain(row.title()),
                row.then().filter(Measurement::isDefined).map(Measurement::text).orElse("–"),
                row.now().isDefined() ? row.now().text() : "–",
                row.change().isPresent()
                        ? unit.formatChange(row.change().getAsDouble()).replace(" pt", "pt")
                        : "–",
                row.interval()
                        .map(i -> "["
                                + DeviationRow.range(unit, i.low(), i.high()).replace(" to ", ", ") + "]")
                        .orElse(""),
                String.format(Locale.ROOT, "%,d", row.now().n()),
                row.verdict().glyph() + " " + row.verdict().word());
    }
}
