package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stated confidence over time, averaged over the agent's series, with the stretches of each mode shaded. */
public final class ConfidenceChart {

    private static final double HOUR = 3_600e6;

    private ConfidenceChart() {}

    /**
     * Means of each hour; of each day above 45 days.
     *
     * @param modes where known: stretches in which most series are in a mode other than TRADING are shaded
     */
    public static Chart of(ConfidenceReadings readings, Optional<ModeHistory> modes, Period window, ZoneId zone) {
        double step = readings.size() > 0 && readings.period().days() > 45 ? Clock.DAY : HOUR;
        List<double[]> means = means(readings, step);
        double[] x = means.stream().mapToDouble(mean -> mean[0]).toArray();
        double[] y = means.stream().mapToDouble(mean -> mean[1]).toArray();
        List<Shade> shades = new ArrayList<>(modes.map(ModeStretches::of).orElse(List.of()));
        if (shades.isEmpty()) {
            shades.addAll(Shades.within(x, Shades.of(Optional.empty(), window)));
        }
        String every = step == HOUR ? "hour" : "day";
        String caption = String.format(
                Locale.ROOT,
                "Mean of all readings of each %s, %,d readings. %sTimes in %s.",
                every,
                readings.size(),
                modes.isPresent() ? "Shaded: the mode that most series are in, where it is not TRADING. " : "",
                Clock.name(zone));
        return new Chart(
                "",
                caption,
                "Mean stated confidence of each " + every + " as a line.",
                new Times(zone),
                List.of(new Panel(
                        "confidence",
                        Format.PERCENT,
                        2.3,
                        List.of(new Line("confidence", x, y, Tone.MAIN)),
                        List.of())),
                shades);
    }

    /** Time and mean of each step that has a reading; a NaN between steps that are more than one apart. */
    private static List<double[]> means(ConfidenceReadings readings, double step) {
        List<double[]> means = new ArrayList<>();
        double sum = 0;
        int n = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < readings.size(); i++) {
            double bucket = Math.floor(readings.micros()[i] / step);
            sum += readings.value()[i];
            n++;
            boolean ends = i == readings.size() - 1 || Math.floor(readings.micros()[i + 1] / step) != bucket;
            if (ends) {
                if (bucket - last > 6 && !means.isEmpty()) {
                    means.add(new double[] {(last + 1) * step, Double.NaN});
                }
                means.add(new double[] {(bucket + 0.5) * step, sum / n});
                last = bucket;
                sum = 0;
                n = 0;
            }
        }
        return means;
    }
}
