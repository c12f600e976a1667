package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import java.util.Arrays;

/** A chart whose series have at most so many points each. */
final class Reduced {

    private Reduced() {}

    static Chart of(Chart chart, int max) {
        return new Chart(
                chart.title(),
                chart.caption(),
                chart.alt(),
                chart.x(),
                chart.panels().stream().map(panel -> panel(panel, max)).toList(),
                chart.shades());
    }

    /** The longest series' points. */
    static int longest(Chart chart) {
        return chart.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .filter(series -> !(series instanceof Chart.Rowed))
                .mapToInt(series -> series.x().length)
                .max()
                .orElse(0);
    }

    private static Panel panel(Panel panel, int max) {
        return new Panel(
                panel.label(),
                panel.format(),
                panel.weight(),
                panel.series().stream().map(series -> series(series, max)).toList(),
                panel.levels());
    }

    private static Series series(Series series, int max) {
        if (series.x().length <= max || series instanceof Chart.Rowed) {
            return series;
        }
        if (series instanceof Line line) {
            int[] kept = Reduction.minMax(line.y(), max);
            return new Line(line.name(), Reduction.pick(line.x(), kept), Reduction.pick(line.y(), kept), line.tone());
        }
        if (series instanceof Area area) {
            int[] kept = Reduction.minMax(area.y(), max);
            return new Area(
                    area.name(),
                    Reduction.pick(area.x(), kept),
                    Reduction.pick(area.y(), kept),
                    area.tone(),
                    area.down());
        }
        if (series instanceof Bars bars) {
            int[] kept = Reduction.minMax(bars.y(), max);
            boolean[] past = new boolean[kept.length];
            for (int i = 0; i < kept.length; i++) {
                past[i] = bars.past()[kept[i]];
            }
            return new Bars(bars.name(), Reduction.pick(bars.x(), kept), Reduction.pick(bars.y(), kept), past);
        }
        if (series instanceof Points points) {
            int[] kept = Reduction.minMax(points.y(), max);
            return new Points(
                    points.name(),
                    Reduction.pick(points.x(), kept),
                    Reduction.pick(points.y(), kept),
                    Reduction.pick(points.low(), kept),
                    Reduction.pick(points.high(), kept),
                    points.tone());
        }
        StackedBars bars = (StackedBars) series;
        int[] kept = Reduction.even(bars.x().length, max);
        return new StackedBars(
                bars.name(),
                Reduction.pick(bars.x(), kept),
                bars.names(),
                Arrays.stream(bars.y()).map(part -> Reduction.pick(part, kept)).toArray(double[][]::new),
                bars.tones());
    }
}
