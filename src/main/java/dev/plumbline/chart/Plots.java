package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Level;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.Shade;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** A chart as JFreeChart plots: no frames, quiet grid lines, colours of the palette. */
final class Plots {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke DASHED =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {3, 3}, 0);
    private static final Color NONE = new Color(0, 0, 0, 0);

    private Plots() {}

    static CombinedDomainXYPlot of(Chart chart, Sheet sheet) {
        ValueAxis x = DomainAxes.of(chart, sheet);
        quiet(x);
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(x);
        plot.setGap(0);
        plot.setBackgroundPaint(NONE);
        plot.setOutlineVisible(false);
        double weights = chart.panels().stream().mapToDouble(Panel::weight).sum();
        for (int i = 0; i < chart.panels().size(); i++) {
            Panel panel = chart.panels().get(i);
            double part = sheet.plotted() * panel.weight() / weights;
            // weights are whole numbers in JFreeChart
            boolean last = i == chart.panels().size() - 1;
            plot.add(panel(chart, panel, i == 0, last, part, sheet.columns()), Math.max(1, (int)
                    Math.round(panel.weight() * 100)));
        }
        return plot;
    }

    private static XYPlot panel(Chart chart, Panel panel, boolean first, boolean last, double height, int columns) {
        XYPlot plot = new XYPlot();
        boolean down = panel.series().stream().anyMatch(s -> s instanceof Area area && area.down());
        boolean headroom = first && DomainAxes.labelled(chart);
        Scale scale = Scale.of(panel, headroom, !last, (int) Math.max(2, Math.min(5, height / 44)));
        boolean rows = panel.series().stream().anyMatch(s -> s instanceof Chart.Rowed);
        NumberAxis y = rows ? RowLayer.axis((Chart.Rowed) panel.series().get(0)) : numbers(panel, scale, down);
        quiet(y);
        plot.setRangeAxis(y);
        plot.setBackgroundPaint(NONE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(!rows);
        plot.setRangeGridlinePaint(Palette.RULE.awt());
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (Shade shade : chart.shades()) {
            plot.addDomainMarker(
                    shade.isMark() ? mark(chart, shade, first) : shade(chart, shade, first), Layer.BACKGROUND);
        }
        int i = 0;
        for (Series series : panel.series()) {
            dev.plumbline.chart.Layer layer = dev.plumbline.chart.Layer.of(chart, series);
            plot.setDataset(i, layer.rows());
            plot.setRenderer(i++, layer.renderer());
            if (series instanceof Points points && points.x().length == 1) {
                plot.addAnnotation(label(chart, points, y, down));
            }
            if (series instanceof Cells cells && cells.x().length <= columns) {
                CellLabels.of(chart, panel.format(), cells, FONT).forEach(plot::addAnnotation);
            }
            if (series instanceof Bars) {
                plot.addRangeMarker(new ValueMarker(0, Palette.SOFT.awt(), THIN), Layer.FOREGROUND);
            }
        }
        for (Level level : panel.levels()) {
            plot.addRangeMarker(level(level), Layer.FOREGROUND);
        }
        return plot;
    }

    private static NumberAxis numbers(Panel panel, Scale scale, boolean down) {
        NumberAxis y = new NumberAxis(PlainText.line(panel.label(), 40));
        y.setRange(scale.low(), scale.high());
        y.setInverted(down);
        y.setTickUnit(new NumberTickUnit(scale.step()));
        y.setNumberFormatOverride(NumberWords.axis(panel.format(), scale.step()));
        return y;
    }

    private static ValueMarker mark(Chart chart, Shade shade, boolean labelled) {
        ValueMarker marker = new ValueMarker(DomainAxes.x(chart, shade.from()), Palette.SOFT.awt(), DASHED);
        if (labelled && !shade.label().isEmpty()) {
            label(marker, shade.label());
        }
        return marker;
    }

    private static void label(Marker marker, String text) {
        marker.setLabel(PlainText.line(text, 40));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(4, 6, 4, 6));
        marker.setLabelFont(FONT);
        marker.setLabelPaint(Palette.SOFT.awt());
        marker.setLabelBackgroundColor(NONE);
    }

    private static IntervalMarker shade(Chart chart, Shade shade, boolean labelled) {
        Color colour = Palette.of(shade.tone()).awt(0.08);
        IntervalMarker marker = new IntervalMarker(
                DomainAxes.x(chart, shade.from()), DomainAxes.x(chart, shade.to()), colour, THIN, null, null, 1f);
        if (labelled && !shade.label().isEmpty()) {
            label(marker, shade.label());
        }
        return marker;
    }

    private static ValueMarker level(Level level) {
        ValueMarker marker = new ValueMarker(level.y(), Palette.SOFT.awt(), DASHED);
        marker.setLabel(PlainText.line(level.label(), 60));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        marker.setLabelOffset(new RectangleInsets(3, 4, 3, 4));
        marker.setLabelFont(FONT);
        marker.setLabelPaint(Palette.SOFT.awt());
        marker.setLabelBackgroundColor(NONE);
        return marker;
    }

    private static XYTextAnnotation label(Chart chart, Points points, NumberAxis y, boolean down) {
        double air = y.getRange().getLength() * 0.10;
        XYTextAnnotation label = new XYTextAnnotation(
                PlainText.line(points.name(), 60) + SvgText.BESIDE, DomainAxes.x(chart, points.x()[0]), points.y()[0]);
        label.setTextAnchor(TextAnchor.CENTER_RIGHT);
        label.setFont(FONT);
        label.setPaint(Palette.INK.awt());
        if (down) {
            label.setY(Math.min(points.y()[0], y.getUpperBound() - air));
        }
        return label;
    }

    private static void quiet(ValueAxis axis) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(FONT);
        axis.setTickLabelPaint(Palette.SOFT.awt());
        axis.setLabelFont(FONT);
        axis.setLabelPaint(Palette.SOFT.awt());
        axis.setTickLabelInsets(new RectangleInsets(3, 6, 3, 8));
    }
}
