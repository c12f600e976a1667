package dev.plumbline.report;

import java.util.Arrays;
import java.util.Locale;

/** A few numbers as a line the height of a text. */
final class Spark {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 28;
    private static final double EDGE = 4;

    private Spark() {}

    /**
     * Nothing for fewer than two numbers.
     *
     * @param y    NaN leaves a gap
     * @param said what the line shows, for those who do not see it; it holds nothing from outside
     */
    static SafeHtml of(double[] y, String said) {
        double[] known = Arrays.stream(y).filter(v -> !Double.isNaN(v)).toArray();
        if (known.length < 2) {
            return SafeHtml.NONE;
        }
        double min = Arrays.stream(known).min().orElseThrow();
        double max = Arrays.stream(known).max().orElseThrow();
        StringBuilder path = new StringBuilder();
        StringBuilder svg = new StringBuilder("<svg class=\"spark\" role=\"img\" aria-label=\"")
                .append(said)
                .append("\" viewBox=\"0 0 120 28\">");
        if (min < 0 && max > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"zero\" x1=\"0\" x2=\"120\" y1=\"%1$.1f\" y2=\"%1$.1f\"/>",
                    place(0, min, max)));
        }
        String dot = "";
        boolean drawing = false;
        for (int i = 0; i < y.length; i++) {
            if (Double.isNaN(y[i])) {
                drawing = false;
                continue;
            }
            double x = EDGE + i * (WIDTH - 2 * EDGE) / Math.max(1, y.length - 1);
            double at = place(y[i], min, max);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x, at));
            dot = String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", x, at);
            drawing = true;
        }
        return new SafeHtml(svg.append("<path d=\"")
                .append(path)
                .append("\"/>")
                .append(dot)
                .append("</svg>")
                .toString());
    }

    private static double place(double value, double min, double max) {
        return max > min ? HEIGHT - EDGE - (value - min) / (max - min) * (HEIGHT - 2 * EDGE) : HEIGHT / 2;
    }
}
