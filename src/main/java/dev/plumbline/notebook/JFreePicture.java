package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

/** A JFreeChart as SVG. Apart from {@link Rendering}, so that the library is loaded only for its values. */
final class JFreePicture {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 400;

    private JFreePicture() {}

    /** @param key prefix of the ids inside, which would otherwise come from a clock */
    static Block of(Object value, String key) {
        try {
            SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
            svg.setDefsKeyPrefix(key);
            ((JFreeChart) value).draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
            return new Block.Html(svg.getSVGElement(key, true, null, null, null));
        } catch (InternalError | RuntimeException e) {
            if (!noFonts(e)) {
                throw e;
            }
            return new Block.Prose("*This picture cannot be drawn without fonts: install fontconfig and a font, such as"
                    + " the packages fontconfig and fonts-dejavu-core.*");
        }
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
