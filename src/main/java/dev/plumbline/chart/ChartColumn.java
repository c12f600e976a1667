package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of the table behind a picture.
 *
 * @param deepest whether the largest value stands for a day, not the last
 */
record ChartColumn(String name, Format format, double[] x, double[] y, boolean deepest) {

    static List<ChartColumn> of(Chart chart) {
        List<ChartColumn> columns = new ArrayList<>();
        for (Panel panel : chart.panels()) {
            for (Series series : panel.series()) {
                add(columns, panel.format(), series);
            }
        }
        return columns;
    }

    private static void add(List<ChartColumn> columns, Format format, Series series) {
        if (series instanceof Line line) {
            columns.add(new ChartColumn(line.name(), format, line.x(), line.y(), false));
        } else if (series instanceof Area area) {
            columns.add(new ChartColumn(area.name(), format, area.x(), area.y(), area.down()));
        } else if (series instanceof Bars bars) {
            columns.add(new ChartColumn(bars.name(), format, bars.x(), bars.y(), false));
        } else if (series instanceof StackedBars bars) {
            for (int k = 0; k < bars.names().size(); k++) {
                columns.add(new ChartColumn(bars.names().get(k), format, bars.x(), bars.y()[k], false));
            }
        } else if (series instanceof Chart.Cells cells) {
            for (int r = 0; r < cells.rows().size(); r++) {
                columns.add(new ChartColumn(cells.rows().get(r), format, cells.x(), cells.y()[r], false));
            }
        } else if (series instanceof Points points && points.x().length != 1) {
            columns.add(new ChartColumn(points.name(), format, points.x(), points.y(), false));
            if (Arrays.stream(points.low()).anyMatch(Double::isFinite)) {
                columns.add(new ChartColumn(points.name() + ", low", format, points.x(), points.low(), false));
                columns.add(new ChartColumn(points.name() + ", high", format, points.x(), points.high(), false));
            }
        }
    }
}
