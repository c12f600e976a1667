package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Times;

/** How wide a bar may be: the smallest distance between two neighbours; 0 for a chart without bars. */
final class BarWidth {

    private BarWidth() {}

    static double of(Chart chart) {
        double least = Double.POSITIVE_INFINITY;
        boolean any = false;
        for (Chart.Panel panel : chart.panels()) {
            for (Series series : panel.series()) {
                if (series instanceof Bars || series instanceof StackedBars) {
                    any = true;
                    double[] x = series.x();
                    for (int i = 1; i < x.length; i++) {
                        least = x[i] > x[i - 1] ? Math.min(least, x[i] - x[i - 1]) : least;
                    }
                }
            }
        }
        if (!any) {
            return 0;
        }
        return Double.isFinite(least) ? least : chart.x() instanceof Times ? Clock.DAY : 1;
    }
}
