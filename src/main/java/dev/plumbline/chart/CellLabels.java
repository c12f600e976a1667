package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Format;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;

/** The number in each cell, so that nobody has to tell two shades apart; where the cells are wide enough. */
final class CellLabels {

    /** More columns than this leave no room for a number, on a page. */
    static final int COLUMNS = 26;

    private CellLabels() {}

    static List<XYTextAnnotation> of(Chart chart, Format format, Cells cells, Font font) {
        List<XYTextAnnotation> labels = new ArrayList<>();
        for (int r = 0; r < cells.rows().size(); r++) {
            for (int i = 0; i < cells.x().length; i++) {
                if (Double.isFinite(cells.y()[r][i])) {
                    XYTextAnnotation label =
                            new XYTextAnnotation(text(format, cells.y()[r][i]), DomainAxes.x(chart, cells.x()[i]), r);
                    label.setFont(font.deriveFont(11f));
                    label.setPaint(Palette.INK.awt());
                    label.setTextAnchor(TextAnchor.CENTER);
                    labels.add(label);
                }
            }
        }
        return labels;
    }

    /** {@code −1.2k}, {@code 35}, {@code 0.8 %}: three figures at most. */
    static String text(Format format, double value) {
        double size = Math.abs(value);
        String sign = value < 0 ? "−" : "";
        if (format == Format.PERCENT) {
            return sign + String.format(Locale.ROOT, size * 100 >= 9.95 ? "%.0f %%" : "%.1f %%", size * 100);
        }
        if (size >= 999.5) {
            boolean million = size >= 999_500;
            double shown = size / (million ? 1e6 : 1e3);
            return sign + String.format(Locale.ROOT, shown >= 9.95 ? "%.0f" : "%.1f", shown) + (million ? "M" : "k");
        }
        return sign + String.format(Locale.ROOT, size >= 9.95 || size == Math.rint(size) ? "%.0f" : "%.1f", size);
    }
}
