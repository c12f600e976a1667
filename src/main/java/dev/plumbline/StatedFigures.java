package dev.plumbline;

import dev.plumbline.OwnFigures.Figure;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures that a bot wrote down itself: in a report, a backtest's result, a monitored series. Ours are of the same days. */
final class StatedFigures {

    /** So many that nobody here knows are shown. */
    private static final int UNKNOWN = 12;

    private final Window window;
    private final Rows rows;
    private final List<Figure> known = new ArrayList<>();
    private final List<Figure> unknown = new ArrayList<>();

    private StatedFigures(Window window) {
        this.window = window;
        this.rows = window.rows("samples/own_figures");
    }

    static List<Figure> of(Window window) {
        StatedFigures stated = new StatedFigures(window);
        for (int i = 0; i < stated.rows.size(); i++) {
            stated.add(i);
        }
        List<Figure> all = new ArrayList<>(stated.known);
        all.addAll(stated.unknown.subList(0, Math.min(UNKNOWN, stated.unknown.size())));
        if (stated.unknown.size() > UNKNOWN) {
            all.add(new Figure("and " + (stated.unknown.size() - UNKNOWN) + " more", "", "see runs.figures", "", ""));
        }
        return all;
    }

    private void add(int i) {
        String name = rows.texts("name")[i];
        String kind = rows.texts("kind")[i];
        double value = rows.doubles("value")[i];
        Optional<KnownFigure> found = KnownFigure.find(window.scope().system(), name);
        if (found.isEmpty()) {
            // a monitored series is no figure unless it is known to be one
            if (!kind.equals("series")) {
                unknown.add(new Figure(
                        words(name, kind),
                        OwnFigures.plain(value),
                        "not known here",
                        "–",
                        "none of ours is known to count the same"));
            }
            return;
        }
        KnownFigure figure = found.get();
        Optional<Period> own = period(i);
        Window days = own.map(window.workbench()::between).orElse(window);
        String named = own.map(period -> Dates.range(period, window.zone())).orElse("this window");
        Optional<Measurement> ours = figure.metric().map(metric -> measured(days, metric));
        known.add(new Figure(
                words(name, kind),
                figure.text(value),
                figure.definition(),
                ours.map(Measurement::text).orElse("–"),
                ours.map(measurement -> OwnFigures.definition(measurement, named))
                        .orElse("none of ours counts the same")));
    }

    private static Measurement measured(Window days, Metric<?> metric) {
        return days.measure(metric);
    }

    /** The time that a report is of, where it says so. */
    private Optional<Period> period(int i) {
        long from = rows.micros("time")[i];
        long ended = rows.micros("ended")[i];
        return ended == Long.MIN_VALUE || ended <= from
                ? Optional.empty()
                : Optional.of(
                        Period.of(Period.instant(from), Period.instant(ended).plus(1, ChronoUnit.MICROS)));
    }

    private static String words(String name, String kind) {
        String last = name.substring(name.lastIndexOf('.') + 1).replace('_', ' ');
        String path = name.contains(".") && !name.startsWith("overall.") && !name.startsWith("metrics_summary.")
                ? name.replace('_', ' ')
                : last;
        return path + " (" + kind + ")";
    }
}
