package dev.plumbline.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last step of an SVG: literal colours become the page's, text takes the page's font and is anchored where it is
 * aligned, so that another font's width does not shift it.
 */
final class SvgText {

    /** Ends a label that stands left of its point. */
    static final String BESIDE = "   ";

    private static final double RADIUS = 9;

    /** Right of the data, in any picture. */
    private static final double MARGIN = 13;

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private static final Pattern HEAD = Pattern.compile("<svg [^>]*?(viewBox='[^']*')[^>]*>");
    private static final Pattern STYLE = Pattern.compile("style='([^'<>]*)'");
    private static final Pattern LABEL = Pattern.compile(
            "<g><text x='([-0-9.]+)' y='([-0-9.]+)' style='([^']*)'(?: clip-path='[^']*')?>([^<]*)</text></g>");
    private static final Pattern UNSEEN = Pattern.compile("<rect [^>]*fill-opacity:0(?:\\.0+)?['; ][^>]*/>");
    private static final Pattern FAMILY = Pattern.compile(" ?font-family: [^;]*;");
    private static final Pattern OPACITY = Pattern.compile("(fill|stroke)-opacity: ?([0-9.]+);?");

    private SvgText() {}

    static String finish(String drawn, String words, Rectangle2D plot, FontMetrics metrics) {
        String seen = UNSEEN.matcher(drawn).replaceAll("");
        String anchored = LABEL.matcher(seen).replaceAll(m -> Matcher.quoteReplacement(label(m, plot, metrics)));
        String coloured =
                STYLE.matcher(anchored).replaceAll(m -> Matcher.quoteReplacement("style='" + style(m.group(1)) + "'"));
        String spoken = words.isEmpty() ? "aria-hidden='true'" : "role='img' aria-label='" + escaped(words) + "'";
        return HEAD.matcher(coloured)
                .replaceFirst(m -> Matcher.quoteReplacement(
                        "<svg xmlns='http://www.w3.org/2000/svg' " + m.group(1) + " " + spoken + ">"));
    }

    private static String label(MatchResult m, Rectangle2D plot, FontMetrics metrics) {
        double x = Double.parseDouble(m.group(1));
        double y = Double.parseDouble(m.group(2));
        String text = m.group(4);
        double width = metrics.stringWidth(text.replaceAll("&[a-z]+;", "x"));
        String anchor = "";
        if (x + width <= plot.getX()) {
            x += width;
            anchor = " text-anchor='end'";
        } else if (y > plot.getMaxY() && x + width > plot.getMaxX() + MARGIN) {
            x = plot.getMaxX() + MARGIN;
            anchor = " text-anchor='end'";
        } else if (y > plot.getMaxY()) {
            x += width / 2;
            anchor = " text-anchor='middle'";
        } else if (text.endsWith(BESIDE)) {
            text = text.strip();
            x += width - RADIUS;
            anchor = " text-anchor='end'";
        } else if (x + width > plot.getMaxX() - 6) {
            x += width;
            anchor = " text-anchor='end'";
        }
        return String.format(
                Locale.ROOT, "<text x='%.1f' y='%.1f'%s style='%s'>%s</text>", x, y, anchor, m.group(3), text);
    }

    private static String style(String style) {
        String result = FAMILY.matcher(style).replaceAll("");
        for (Palette role : Palette.values()) {
            result = result.replace(role.rgb(), "var(" + role.property() + "," + role.light() + ")");
        }
        result = OPACITY.matcher(result).replaceAll(m -> {
            double value = Double.parseDouble(m.group(2));
            return value == 1 ? "" : String.format(Locale.ROOT, "%s-opacity:%.2f;", m.group(1), value);
        });
        return result.replace("; ", ";").replace(": ", ":").replace("stroke-miterlimit:1.0", "stroke-miterlimit:1");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
