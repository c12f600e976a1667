package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Level;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** From where to where an axis runs, and how far apart its ticks are: 1, 2 or 5 times a power of ten. */
record Scale(double low, double high, double step) {

    private static final double HEADROOM = 0.16;
    private static final double AIR = 0.06;
    private static final double FOOTROOM = 0.12;

    /**
     * The y axis of a panel.
     *
     * @param headroom whether labels need room above the data
     * @param footroom whether another panel follows, whose ticks must not touch this one's
     * @param ticks    about how many
     */
    static Scale of(Panel panel, boolean headroom, boolean footroom, int ticks) {
        if (!panel.series().isEmpty() && panel.series().get(0) instanceof Chart.Rowed rowed) {
            return new Scale(-0.5, Math.max(1, rowed.rows().size()) - 0.5, 1);
        }
        double[] ys = panel.series().stream()
                .flatMapToDouble(Scale::values)
                .filter(Double::isFinite)
                .toArray();
        double[] all = DoubleStream.concat(
                        Arrays.stream(ys), panel.levels().stream().mapToDouble(Level::y))
                .toArray();
        if (all.length == 0) {
            return new Scale(0, 1, 0.5);
        }
        double low = Arrays.stream(all).min().orElseThrow();
        double high = Arrays.stream(all).max().orElseThrow();
        boolean zero = panel.series().stream()
                .anyMatch(s -> s instanceof Area || s instanceof Bars || s instanceof StackedBars);
        if (zero) {
            low = Math.min(low, 0);
            high = Math.max(high, 0);
        }
        if (high - low <= Math.abs(high) * 1e-12) {
            double around = high == 0 ? 0.01 : Math.abs(high) * 0.05;
            low = zero && low == 0 ? 0 : low - around;
            high = high + around;
        }
        double span = high - low;
        boolean share = panel.format() == Format.PERCENT && low >= 0 && high <= 1;
        double from = zero && low == 0 ? 0 : low - span * (footroom ? FOOTROOM : AIR);
        boolean down = panel.series().stream().anyMatch(s -> s instanceof Area area && area.down());
        double to = high + span * (headroom || down ? HEADROOM : AIR);
        if (share) {
            from = Math.max(0, from);
            boolean full = panel.series().stream().anyMatch(s -> s instanceof StackedBars);
            to = full || high == 1 ? 1 : to;
        }
        double step = nice((to - from) / ticks);
        // a lone tick tells no scale
        boolean lone = Math.floor(to / step) - Math.ceil(from / step) < 1;
        return new Scale(from, to, lone ? nice(step / 2.5) : step);
    }

    /** The smallest of 1, 2, 5 × 10ⁿ that is not below {@code least}. */
    static double nice(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double lead = least / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static DoubleStream values(Series series) {
        if (series instanceof Chart.Line line) {
            return Arrays.stream(line.y());
        }
        if (series instanceof Area area) {
            return Arrays.stream(area.y());
        }
        if (series instanceof Bars bars) {
            return Arrays.stream(bars.y());
        }
        if (series instanceof Points points) {
            return Stream.of(points.y(), points.low(), points.high()).flatMapToDouble(Arrays::stream);
        }
        if (series instanceof Chart.Rowed) {
            return DoubleStream.empty();
        }
        StackedBars bars = (StackedBars) series;
        return Arrays.stream(sums(bars));
    }

    private static double[] sums(StackedBars bars) {
        double[] sums = new double[bars.x().length];
        for (double[] part : bars.y()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Double.isNaN(part[i]) ? 0 : part[i];
            }
        }
        return sums;
    }
}
