package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.metric.Measurement;
import dev.plumbline.model.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often which return came, with the worst one in twenty shaded: beyond the value at risk. */
public final class DistributionChart {

    private static final int MOST_BINS = 40;
    private static final int LEAST_BINS = 6;

    private DistributionChart() {}

    /**
     * A histogram; the width of its bins is Freedman’s and Diaconis’ (2·IQR·n^(-1/3)), rounded to 1, 2 or 5 × 10ⁿ.
     *
     * @param returns   at least two
     * @param valueAtRisk 95 %, a positive loss; undefined leaves the shade out
     * @param what      one of them, such as {@code day}
     */
    public static Chart of(Returns returns, Measurement valueAtRisk, String what) {
        double[] sorted = returns.value();
        Arrays.sort(sorted);
        double width = width(sorted);
        long first = (long) Math.floor(sorted[0] / width);
        int n = (int) ((long) Math.floor(sorted[sorted.length - 1] / width) - first) + 1;
        double[] middle = new double[n];
        double[] counts = new double[n];
        Arrays.setAll(middle, i -> (first + i + 0.5) * width);
        for (double r : sorted) {
            counts[(int) ((long) Math.floor(r / width) - first)]++;
        }
        List<Shade> shades = new ArrayList<>();
        String risk = "";
        if (valueAtRisk.value().isPresent()) {
            double edge = -valueAtRisk.value().getAsDouble();
            shades.add(new Shade(Math.min(first * width, edge), edge, "worst 5 %", Optional.of(Tone.LOSS)));
            risk = String.format(
                    Locale.ROOT,
                    edge <= 0
                            ? " One %s in twenty lost %.2f %% or more (value at risk, 95 %%)."
                            : " Even the worst %s in twenty gained (value at risk, 95 %%: %.2f %%).",
                    what,
                    Math.abs(edge) * 100);
        }
        String caption = String.format(Locale.ROOT, "%,d returns, one a %s.", sorted.length, what) + risk;
        return new Chart(
                "",
                caption,
                "Histogram of returns. " + caption,
                new Chart.Numbers("return of a " + what, Format.PERCENT),
                List.of(new Panel(
                        what + "s",
                        Format.NUMBER,
                        1,
                        List.of(new StackedBars(
                                what + "s", middle, List.of(what + "s"), new double[][] {counts}, List.of(Tone.MAIN))),
                        List.of())),
                shades);
    }

    private static double width(double[] sorted) {
        double span = sorted[sorted.length - 1] - sorted[0];
        if (!(span > 0)) {
            return Math.max(1e-4, Math.abs(sorted[0]) / 10);
        }
        double middle = sorted[(int) (0.75 * (sorted.length - 1))] - sorted[(int) (0.25 * (sorted.length - 1))];
        double wanted = 2 * middle / Math.cbrt(sorted.length);
        return Scale.nice(Math.max(span / MOST_BINS, Math.min(span / LEAST_BINS, wanted)));
    }
}
