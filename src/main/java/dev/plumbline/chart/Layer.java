package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** One series as JFreeChart wants it: rows and what draws them. */
record Layer(XYDataset rows, XYItemRenderer renderer) {

    private static final double PAST = 0.45;

    static Layer of(Chart chart, Series series) {
        if (series instanceof Line line) {
            return line(chart, line);
        }
        if (series instanceof Area area) {
            return area(chart, area);
        }
        if (series instanceof Bars bars) {
            return bars(chart, bars);
        }
        if (series instanceof Points points) {
            return points(chart, points);
        }
        if (series instanceof Chart.Rowed rowed) {
            return RowLayer.of(chart, rowed);
        }
        return stacked(chart, (StackedBars) series);
    }

    private static Layer line(Chart chart, Line line) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        boolean reference = line.tone() == Tone.SOFT;
        renderer.setSeriesPaint(0, Palette.of(line.tone()).awt());
        renderer.setSeriesStroke(
                0,
                reference
                        ? new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {3, 3}, 0)
                        : new BasicStroke(1.75f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return new Layer(rows(chart, line.x(), line.y()), renderer);
    }

    private static Layer area(Chart chart, Area area) {
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setSeriesPaint(0, Palette.of(area.tone()).awt(0.38));
        renderer.setOutline(false);
        return new Layer(rows(chart, area.x(), area.y()), renderer);
    }

    private static XYDataset rows(Chart chart, double[] x, double[] y) {
        DefaultXYDataset rows = new DefaultXYDataset();
        double[] scaled = x.clone();
        for (int i = 0; i < x.length; i++) {
            scaled[i] = DomainAxes.x(chart, x[i]);
        }
        rows.addSeries("", new double[][] {scaled, y.clone()});
        return rows;
    }

    private static Layer bars(Chart chart, Bars bars) {
        double half = BarWidth.of(chart) * 0.41;
        XYIntervalSeries rows = new XYIntervalSeries("");
        for (int i = 0; i < bars.x().length; i++) {
            addBar(chart, rows, bars.x()[i], half, Math.min(0, bars.y()[i]), Math.max(0, bars.y()[i]));
        }
        return new Layer(collection(rows), new BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                Palette sign = bars.y()[column] < 0 ? Palette.LOSS : Palette.GAIN;
                return sign.awt(bars.past()[column] ? PAST : 1);
            }
        });
    }

    private static Layer stacked(Chart chart, StackedBars bars) {
        double half = BarWidth.of(chart) * 0.43;
        XYIntervalSeries[] rows = new XYIntervalSeries[bars.y().length];
        double[] top = new double[bars.x().length];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new XYIntervalSeries(k);
            for (int i = 0; i < top.length; i++) {
                double part = bars.y()[k][i];
                double from = top[i];
                top[i] += Double.isNaN(part) ? 0 : part;
                if (top[i] > from) {
                    addBar(chart, rows[k], bars.x()[i], half, from, top[i]);
                }
            }
        }
        return new Layer(collection(rows), new BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                return Palette.of(bars.tones().get(row)).awt();
            }
        });
    }

    private static Layer points(Chart chart, Points points) {
        XYIntervalSeries rows = new XYIntervalSeries("");
        for (int i = 0; i < points.x().length; i++) {
            double x = DomainAxes.x(chart, points.x()[i]);
            double y = points.y()[i];
            double low = Double.isNaN(points.low()[i]) ? y : points.low()[i];
            double high = Double.isNaN(points.high()[i]) ? y : points.high()[i];
            rows.add(x, x, x, y, low, high);
        }
        XYErrorRenderer renderer = new XYErrorRenderer();
        Color colour = Palette.of(points.tone()).awt();
        Shape dot = new Ellipse2D.Double(-4.5, -4.5, 9, 9);
        renderer.setDrawXError(false);
        renderer.setDrawYError(intervals(points));
        renderer.setCapLength(0);
        // a second path a point, and nothing to see
        renderer.setDrawOutlines(false);
        renderer.setErrorStroke(new BasicStroke(2f));
        renderer.setErrorPaint(colour);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesShape(0, dot);
        return new Layer(collection(rows), renderer);
    }

    private static boolean intervals(Points points) {
        for (int i = 0; i < points.x().length; i++) {
            if (!Double.isNaN(points.low()[i]) || !Double.isNaN(points.high()[i])) {
                return true;
            }
        }
        return false;
    }

    private static void addBar(Chart chart, XYIntervalSeries rows, double x, double half, double low, double high) {
        rows.add(DomainAxes.x(chart, x), DomainAxes.x(chart, x - half), DomainAxes.x(chart, x + half), high, low, high);
    }

    static XYIntervalSeriesCollection collection(XYIntervalSeries... series) {
        XYIntervalSeriesCollection rows = new XYIntervalSeriesCollection();
        for (XYIntervalSeries one : series) {
            rows.addSeries(one);
        }
        return rows;
    }

    static class BarRenderer extends XYBarRenderer {
        private static final long serialVersionUID = 1L;

        BarRenderer() {
            setUseYInterval(true);
            setShadowVisible(false);
            setDrawBarOutline(false);
            setBarPainter(new StandardXYBarPainter());
        }
    }
}
