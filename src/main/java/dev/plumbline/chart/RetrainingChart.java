package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.Period;
import dev.plumbline.model.RetrainingRuns;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Retraining runs: confidence after each run that has one, and how many ran each day, by how they ended. */
public final class RetrainingChart {

    private static final List<String> ORDER = List.of("success", "below_target", "error", "in_progress");
    private static final List<Tone> TONES = List.of(Tone.MAIN, Tone.SECOND, Tone.LOSS, Tone.FAINT);

    private RetrainingChart() {}

    /**
     * Two panels, or one where no run has a confidence.
     *
     * @param runs all runs to show, before the window too
     */
    public static Chart of(RetrainingRuns runs, Period window, ZoneId zone) {
        List<String> statuses = statuses(runs);
        List<Panel> panels = new ArrayList<>();
        if (Arrays.stream(runs.confidenceAfter()).anyMatch(Double::isFinite)) {
            List<Series> points = new ArrayList<>();
            for (String status : statuses) {
                points(runs, status).ifPresent(points::add);
            }
            panels.add(new Panel("confidence after", Format.PERCENT, 1.6, points, List.of()));
        }
        panels.add(new Panel("runs a day", Format.NUMBER, 1.2, List.of(perDay(runs, statuses, zone)), List.of()));
        String said = said(runs, statuses, window);
        double[] x = {runs.period().fromMicros(), runs.period().toMicros()};
        return new Chart(
                "",
                said + " Days of " + Clock.name(zone) + ".",
                "Retraining runs over time by how they ended. " + said,
                new Times(zone),
                panels,
                Shades.within(x, Shades.of(Optional.empty(), window)));
    }

    private static String said(RetrainingRuns runs, List<String> statuses, Period window) {
        List<String> counts = new ArrayList<>();
        for (String status : statuses) {
            long n = IntStream.range(0, runs.status().length)
                    .filter(i -> runs.status()[i].equals(status) && window.contains(Period.instant(runs.micros()[i])))
                    .count();
            if (n > 0) {
                counts.add(n + " " + words(status));
            }
        }
        String when = Windows.name(window);
        return counts.isEmpty() ? "No run " + when + "." : "Runs " + when + ": " + String.join(", ", counts) + ".";
    }

    private static List<String> statuses(RetrainingRuns runs) {
        List<String> statuses = new ArrayList<>(ORDER);
        Arrays.stream(runs.status())
                .distinct()
                .sorted()
                .filter(s -> !ORDER.contains(s))
                .forEach(statuses::add);
        List<String> seen = Arrays.asList(runs.status());
        return statuses.stream().filter(seen::contains).toList();
    }

    private static Optional<Series> points(RetrainingRuns runs, String status) {
        int[] rows = IntStream.range(0, runs.status().length)
                .filter(i -> runs.status()[i].equals(status) && Double.isFinite(runs.confidenceAfter()[i]))
                .toArray();
        return rows.length == 0
                ? Optional.empty()
                : Optional.of(Points.of(
                        words(status),
                        Arrays.stream(rows).mapToDouble(i -> runs.micros()[i]).toArray(),
                        Reduction.pick(runs.confidenceAfter(), rows),
                        tone(status)));
    }

    private static StackedBars perDay(RetrainingRuns runs, List<String> statuses, ZoneId zone) {
        List<LocalDate> days = runs.period().dates(zone);
        double[][] counts = new double[statuses.size()][days.size()];
        for (int i = 0; i < runs.status().length; i++) {
            int day = days.indexOf(Days.of(runs.micros()[i], zone));
            if (day >= 0) {
                counts[statuses.indexOf(runs.status()[i])][day]++;
            }
        }
        return new StackedBars(
                "runs",
                Days.middles(days, zone),
                statuses.stream().map(RetrainingChart::words).toList(),
                counts,
                statuses.stream().map(RetrainingChart::tone).toList());
    }

    private static Tone tone(String status) {
        int at = ORDER.indexOf(status);
        return at < 0 ? Tone.FIFTH : TONES.get(at);
    }

    private static String words(String status) {
        return status.replace('_', ' ');
    }
}
