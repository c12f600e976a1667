package dev.plumbline;

import dev.plumbline.chart.Chart;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody changed, on a picture: a numbered line at a deployment or parameter, a numbered stretch for planned
 * downtime. The caption says what each number is.
 */
final class Marks {

    /** More would be a second table. */
    private static final int NAMED = 6;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Marks() {}

    /**
     * The chart with what was changed in the window.
     *
     * @param seen what the picture shows, which may begin before the week it is about
     */
    static Chart on(Chart chart, Window seen) {
        Rows rows = seen.rows("samples/changes");
        if (rows.isEmpty()) {
            return chart;
        }
        List<Shade> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double from = (double) rows.micros("time")[i];
            double until = rows.doubles("lasts")[i] > 0 ? (double) rows.micros("until")[i] : from;
            marks.add(new Shade(from, until, rows.size() > NAMED ? "" : String.valueOf(i + 1), Optional.of(Tone.PALE)));
        }
        Chart marked = chart.withShades(marks);
        return new Chart(
                marked.title(),
                marked.caption() + " " + words(rows, seen),
                marked.alt(),
                marked.x(),
                marked.panels(),
                marked.shades());
    }

    private static String words(Rows rows, Window seen) {
        if (rows.size() > NAMED) {
            return "Dashed upright: " + rows.size() + " recorded changes.";
        }
        return "Changed: "
                + IntStream.range(0, rows.size())
                        .mapToObj(i -> (i + 1) + " " + name(rows, i) + ", "
                                + WHEN.format(
                                        Period.instant(rows.micros("time")[i]).atZone(seen.zone())))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String name(Rows rows, int i) {
        String text = rows.texts("text")[i];
        return text == null || text.isEmpty() ? rows.texts("kind")[i] : text;
    }
}
