package dev.plumbline.chart;

import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Names of rows above their bars instead of beside them: there is no room beside on a phone. */
final class RowNames {

    /** Height of a row with its name. */
    static final double LANE = 42;

    /** How far above the middle of a bar its name stands, in rows: the bar takes 0.3 of them. */
    private static final double ABOVE = 0.5;

    private RowNames() {}

    static void aboveRows(CombinedDomainXYPlot chart) {
        for (Object panel : chart.getSubplots()) {
            XYPlot plot = (XYPlot) panel;
            SymbolAxis axis = (SymbolAxis) plot.getRangeAxis();
            String[] names = axis.getSymbols();
            axis.setTickLabelsVisible(false);
            // the first name needs its room above, the last bar none beneath
            axis.setRange(-0.8, names.length - 0.65);
            double left = plot.getDomainAxis().getRange().getLowerBound();
            for (int row = 0; row < names.length; row++) {
                XYTextAnnotation name = new XYTextAnnotation(names[row], left, row - ABOVE);
                name.setTextAnchor(TextAnchor.CENTER_LEFT);
                name.setFont(axis.getTickLabelFont());
                name.setPaint(Palette.INK.awt());
                plot.addAnnotation(name);
            }
        }
    }
}
