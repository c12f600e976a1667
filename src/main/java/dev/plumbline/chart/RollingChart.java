package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Level;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A metric over a moving window: one line, and the baseline's value as a level. */
public final class RollingChart {

    private RollingChart() {}

    /**
     * A line of one point a window.
     *
     * @param name     what is measured and over how long, such as {@code win rate, 7 days}
     * @param unit     of the y axis
     * @param micros   the end of each window
     * @param value    NaN where the metric was undefined, which leaves a gap
     * @param baseline drawn as a dashed level
     * @param window   shaded
     */
    public static Chart of(
            String name,
            String unit,
            Format format,
            long[] micros,
            double[] value,
            OptionalDouble baseline,
            Period window,
            ZoneId zone) {
        double[] x = Arrays.stream(micros).asDoubleStream().toArray();
        List<Level> levels = baseline.isPresent()
                ? List.of(new Level(
                        baseline.getAsDouble(), "baseline " + NumberWords.cell(format, baseline.getAsDouble())))
                : List.of();
        boolean gaps = Arrays.stream(value).anyMatch(Double::isNaN);
        return new Chart(
                "",
                name + (gaps ? ". A gap is where it was undefined." : ".") + " Times in " + Clock.name(zone) + ".",
                name + " over time as a line.",
                new Times(zone),
                List.of(new Panel(unit, format, 2.3, List.of(new Line(name, x, value, Tone.MAIN)), levels)),
                Shades.within(x, Shades.of(Optional.empty(), window)));
    }
}
