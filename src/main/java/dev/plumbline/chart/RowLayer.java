package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Spans;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYIntervalSeries;

/** What lies in named rows, as JFreeChart wants it: blocks of a heat map, bars of a timeline. */
final class RowLayer {

    /** Half the height of a bar in its row. */
    private static final double THICK = 0.3;

    /** A stretch shorter than this part of the axis would not be seen. */
    private static final double LEAST = 0.003;

    private RowLayer() {}

    static Layer of(Chart chart, Chart.Rowed series) {
        return series instanceof Cells cells ? cells(chart, cells) : spans(chart, (Spans) series);
    }

    /** Names instead of numbers, the first on top. */
    static SymbolAxis axis(Chart.Rowed series) {
        SymbolAxis axis = new SymbolAxis(
                "", series.rows().stream().map(row -> PlainText.line(row, 34)).toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setInverted(true);
        axis.setRange(-0.5, Math.max(1, series.rows().size()) - 0.5);
        return axis;
    }

    private static Layer cells(Chart chart, Cells cells) {
        List<double[]> found = new ArrayList<>();
        for (int r = 0; r < cells.rows().size(); r++) {
            for (int i = 0; i < cells.x().length; i++) {
                if (Double.isFinite(cells.y()[r][i])) {
                    found.add(new double[] {DomainAxes.x(chart, cells.x()[i]), r, cells.y()[r][i]});
                }
            }
        }
        double[][] rows = new double[3][found.size()];
        for (int k = 0; k < found.size(); k++) {
            for (int part = 0; part < 3; part++) {
                rows[part][k] = found.get(k)[part];
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("", rows);
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockWidth(0.94);
        renderer.setBlockHeight(0.9);
        renderer.setPaintScale(new Signed(HeatScale.of(cells)));
        return new Layer(data, renderer);
    }

    private static Layer spans(Chart chart, Spans spans) {
        double[] ends = DomainAxes.ends(chart);
        double least = (ends[1] - ends[0]) * LEAST;
        XYIntervalSeries rows = new XYIntervalSeries("", false, true);
        for (int i = 0; i < spans.x().length; i++) {
            double from = spans.x()[i];
            double to = Math.max(spans.until()[i], from + least);
            double row = spans.row()[i];
            rows.add(
                    DomainAxes.x(chart, from),
                    DomainAxes.x(chart, from),
                    DomainAxes.x(chart, to),
                    row,
                    row - THICK,
                    row + THICK);
        }
        return new Layer(Layer.collection(rows), new Layer.BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                return Palette.of(spans.tones().get(column)).awt();
            }
        });
    }

    /** Blue above zero, orange below, paler towards it. */
    private record Signed(HeatScale scale) implements PaintScale {

        @Override
        public double getLowerBound() {
            return -scale.most();
        }

        @Override
        public double getUpperBound() {
            return scale.most();
        }

        @Override
        public Paint getPaint(double value) {
            return HeatScale.colour(value).awt(scale.depth(value));
        }
    }
}
