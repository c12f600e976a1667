package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A JFreeChart as SVG. Apart from {@link Rendering}, so that the library is loaded only for its values. */
final class JFreePicture {

    /** How the markup begins; what the picture shows is said there. */
    static final String BEGINS = "<div class=\"draw own\"";

    /** Of more the drawing takes megabytes, and its picture less. */
    private static final long ITEMS = 10_000;

    private JFreePicture() {}

    /** @param key prefix of the ids inside, which would otherwise come from a clock */
    static Block of(Object value, String key) {
        try {
            JFreeChart chart = (JFreeChart) value;
            long items = items(chart.getPlot());
            if (items > ITEMS) {
                return new Block.Html(BEGINS + ">" + pixels(chart) + "</div><p class=\"key\">"
                        + String.format(Locale.ROOT, "%,d", items) + " points, drawn as pixels.</p>");
            }
            return new Block.Html(BEGINS + "><div class=\"wide\">" + svg(chart, key, 800, 400)
                    + "</div><div class=\"narrow\">" + svg(chart, key + "n", 360, 320) + "</div></div>");
        } catch (InternalError | RuntimeException e) {
            if (!noFonts(e)) {
                throw e;
            }
            return new Block.Prose("*This picture cannot be drawn without fonts: install fontconfig and a font, such as"
                    + " the packages fontconfig and fonts-dejavu-core.*");
        }
    }

    private static String svg(JFreeChart chart, String key, int width, int height) {
        SVGGraphics2D svg = new SVGGraphics2D(width, height);
        svg.setDefsKeyPrefix(key);
        svg.setGeomDoubleConverter(number -> String.format(Locale.ROOT, "%.1f", number));
        chart.draw(svg, new Rectangle2D.Double(0, 0, width, height));
        return svg.getSVGElement(key, false, new ViewBox(0, 0, width, height), null, null);
    }

    /** Twice as fine as it is shown. */
    private static String pixels(JFreeChart chart) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(chart.createBufferedImage(1600, 800, 800, 400, null), "png", png);
            return "<img alt=\"\" width=\"800\" src=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(png.toByteArray()) + "\">";
        } catch (IOException e) {
            throw new UncheckedIOException("the picture could not be made", e);
        }
    }

    /** How much there is to draw, of the plots that can hold much. */
    private static long items(Plot plot) {
        if (plot instanceof CombinedDomainXYPlot combined) {
            List<?> parts = combined.getSubplots();
            return parts.stream().mapToLong(part -> items((Plot) part)).sum();
        }
        long items = 0;
        if (plot instanceof XYPlot xy) {
            for (int i = 0; i < xy.getDatasetCount(); i++) {
                XYDataset rows = xy.getDataset(i);
                for (int s = 0; rows != null && s < rows.getSeriesCount(); s++) {
                    items += rows.getItemCount(s);
                }
            }
        }
        return items;
    }

    /** JDK 17 throws an InternalError, JDK 25 a RuntimeException. */
    private static boolean noFonts(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            for (StackTraceElement frame : t.getStackTrace()) {
                if (frame.getClassName().startsWith("sun.font.")
                        || frame.getClassName().startsWith("sun.awt.Font")) {
                    return true;
                }
            }
        }
        return false;
    }
}
