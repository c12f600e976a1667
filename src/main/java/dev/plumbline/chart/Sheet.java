package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Rowed;
import dev.plumbline.chart.Chart.Times;

/**
 * What a picture is drawn on: its text is as large as the page's where a unit is a pixel.
 *
 * @param plotted height of all panels, without the x axis
 * @param beneath height of what lies around them
 * @param ticks   on the x axis, about
 * @param points  most of a series
 */
record Sheet(int width, double plotted, int beneath, int ticks, int points) {

    /** Units of a picture of the page's width. */
    private static final int WIDE = 1040;

    /** Of a picture on a phone that is 360 wide. */
    private static final int NARROW = 308;

    /** No line on a phone shows more. */
    private static final int NARROW_POINTS = 160;

    static Sheet wide(Chart chart) {
        return isSquare(chart)
                ? new Sheet(520, 300, 60, 6, Svg.POINTS)
                : new Sheet(WIDE, Math.min(420, Math.max(170, 74 * weights(chart))), 40, 8, Svg.POINTS);
    }

    static Sheet narrow(Chart chart) {
        if (isSquare(chart)) {
            return new Sheet(NARROW, 220, 60, 4, NARROW_POINTS);
        }
        double plotted =
                isTimeline(chart) ? RowNames.LANE * rows(chart) : Math.min(340, Math.max(150, 66 * weights(chart)));
        return new Sheet(NARROW, plotted, 40, chart.x() instanceof Times ? 3 : 4, NARROW_POINTS);
    }

    /** How many columns of cells leave room for a number in each. */
    int columns() {
        return isNarrow() ? 6 : CellLabels.COLUMNS;
    }

    int height() {
        return (int) Math.round(plotted + beneath);
    }

    boolean isNarrow() {
        return width == NARROW;
    }

    static boolean isTimeline(Chart chart) {
        return chart.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .allMatch(Chart.Spans.class::isInstance);
    }

    static boolean isSquare(Chart chart) {
        return chart.x() instanceof Chart.Numbers;
    }

    private static int rows(Chart chart) {
        return chart.panels().stream()
                .mapToInt(panel -> ((Rowed) panel.series().get(0)).rows().size())
                .sum();
    }

    private static double weights(Chart chart) {
        return chart.panels().stream().mapToDouble(Chart.Panel::weight).sum();
    }
}
