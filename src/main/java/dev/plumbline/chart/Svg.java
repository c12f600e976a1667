package dev.plumbline.chart;

import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * A chart as a static SVG element that takes its colours from the page (custom properties of {@link Palette}, with the
 * light colours as a fallback) and its font from the text around it.
 */
public final class Svg {

    /** Most points of a series in a static picture. */
    public static final int POINTS = 500;

    private Svg() {}

    /** What came of drawing. */
    public sealed interface Drawing permits Drawn, NotDrawn {}

    public record Drawn(String svg) implements Drawing {}

    /** No picture, and what to do about it; the numbers behind it can still be shown. */
    public record NotDrawn(String because) implements Drawing {}

    /**
     * Draws a chart.
     *
     * @param id begins every id inside the SVG: unique on its page, letters and digits
     */
    public static Drawing draw(Chart chart, String id) {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "id \"" + id + "\": a letter, then letters, digits, - or _ are expected");
        }
        return draw(chart, id, Sheet.wide(chart));
    }

    /**
     * The same picture for a phone, where the wide one would have to be scrolled and its scale would be lost: fewer ticks
     * and points, and in a timeline each name above its row.
     */
    public static Drawing narrow(Chart chart, String id) {
        return draw(chart, id, Sheet.narrow(chart));
    }

    private static Drawing draw(Chart chart, String id, Sheet sheet) {
        try {
            return new Drawn(svg(Reduced.of(chart, sheet.points()), id, sheet));
        } catch (InternalError | RuntimeException | NoClassDefFoundError | UnsatisfiedLinkError e) {
            if (isAboutFonts(e)) {
                return new NotDrawn("This machine has no fonts to draw with: install the packages fontconfig and"
                        + " fonts-dejavu-core (Debian, Ubuntu) or fontconfig and dejavu-sans-fonts (Fedora).");
            }
            throw e;
        }
    }

    /** In words, when the static picture shows fewer points than there are. */
    public static Optional<String> reduced(Chart chart) {
        int longest = Reduced.longest(chart);
        return longest <= POINTS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d points; drawn from at most %,d, the lowest and highest of each stretch.",
                        longest,
                        POINTS));
    }

    // JDK 17 throws InternalError, 25 RuntimeException; a second call NoClassDefFoundError; without libfreetype a link
    // error
    private static boolean isAboutFonts(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String text =
                    (t + " " + (t.getStackTrace().length > 0 ? t.getStackTrace()[0] : "")).toLowerCase(Locale.ROOT);
            if (text.contains("font") || text.contains("freetype") || t instanceof UnsatisfiedLinkError) {
                return true;
            }
        }
        return false;
    }

    private static String svg(Chart chart, String id, Sheet sheet) {
        int width = sheet.width();
        int height = sheet.height();
        CombinedDomainXYPlot plot = Plots.of(chart, sheet);
        if (sheet.isNarrow() && Sheet.isTimeline(chart)) {
            RowNames.aboveRows(plot);
        }
        plot.setInsets(new RectangleInsets(6, 2, 2, Sheet.isSquare(chart) ? 20 : 14));
        // otherwise a turned label is drawn as outlines of its letters
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        JFreeChart picture = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        picture.setBackgroundPaint(null);
        picture.setPadding(RectangleInsets.ZERO_INSETS);
        SVGGraphics2D canvas = new SVGGraphics2D(width, height);
        canvas.setDefsKeyPrefix(id);
        canvas.setGeomDoubleConverter(Svg::oneDecimal);
        canvas.setTransformDoubleConverter(Svg::threeDecimals);
        ChartRenderingInfo info = new ChartRenderingInfo();
        picture.draw(canvas, new Rectangle2D.Double(0, 0, width, height), info);
        FontMetrics metrics = canvas.getFontMetrics(SvgText.FONT);
        String drawn = canvas.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null);
        String words = PlainText.line(chart.alt().isEmpty() ? chart.caption() : chart.alt(), 600);
        return SvgText.finish(drawn, words, info.getPlotInfo().getDataArea(), metrics);
    }

    private static String oneDecimal(double value) {
        return decimal(value, 10);
    }

    private static String threeDecimals(double value) {
        return decimal(value, 1_000);
    }

    /** Without trailing zeros; a page has thousands of these, for which a format string is slow. */
    private static String decimal(double value, int parts) {
        double rounded = (double) Math.round(value * parts) / parts;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : BigDecimal.valueOf(rounded).toPlainString();
    }
}
