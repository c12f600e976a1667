package dev.plumbline.report;

import dev.plumbline.baseline.Band;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws a change with its interval against the band that the rule accepts. Shares have one scale, so that rows can be
 * compared; anything else has its own.
 *
 * @param shares half the width of the scale of shares, a fraction; 0 when no share is drawn
 */
record Forest(double shares) {

    private static final double WIDTH = 250;
    private static final double MIDDLE = WIDTH / 2;
    private static final double EDGE = 5;

    static Forest of(List<Deviation> rows) {
        double widest = rows.stream()
                .filter(row -> row.now().metric().unit() == Unit.SHARE && drawn(row))
                .mapToDouble(Forest::reach)
                .max()
                .orElse(0);
        return new Forest(widest == 0 ? 0 : Math.min(1, Math.max(0.02, widest * 1.08)));
    }

    String key() {
        String scale = shares == 0
                ? "Every row is drawn to its own scale."
                : String.format(
                        Locale.ROOT,
                        "Shares are drawn to one scale, ±%.0f points; every other row to its own.",
                        shares * 100);
        return "● the change, ━ its 95 % interval, shaded the band that is accepted, upright line no change. " + scale
                + " An arrow: the interval goes on.";
    }

    SafeHtml of(Deviation row) {
        if (!drawn(row)) {
            return SafeHtml.NONE;
        }
        double change = row.change().getAsDouble();
        boolean share = row.now().metric().unit() == Unit.SHARE;
        double half = share ? shares : reach(row) * 1.08;
        if (!(half > 0)) {
            half = 1;
        }
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 250 26\" class=\"forest\" aria-hidden=\"true\">");
        Optional<double[]> band = offsets(row);
        if (band.isPresent()) {
            double from = place(band.get()[0], half);
            double to = place(band.get()[1], half);
            svg.append(format(
                    "<rect class=\"band\" x=\"%.1f\" y=\"2\" width=\"%.1f\" height=\"22\" rx=\"3\"/>",
                    from, to - from));
        }
        svg.append("<line class=\"zero\" x1=\"125\" x2=\"125\" y1=\"0\" y2=\"26\"/>");
        if (row.interval().isPresent()) {
            Interval interval = row.interval().get();
            svg.append(format(
                    "<line class=\"ci\" x1=\"%.1f\" x2=\"%.1f\" y1=\"13\" y2=\"13\"/>",
                    place(interval.low(), half), place(interval.high(), half)));
            if (interval.low() < -half) {
                svg.append("<path class=\"cut\" d=\"M0 13l7-4.5v9z\"/>");
            }
            if (interval.high() > half) {
                svg.append("<path class=\"cut\" d=\"M250 13l-7-4.5v9z\"/>");
            }
        }
        svg.append(format("<circle class=\"pt\" cx=\"%.1f\" cy=\"13\" r=\"4\"/></svg>", place(change, half)));
        return new SafeHtml(svg.toString());
    }

    private static boolean drawn(Deviation row) {
        return row.change().isPresent()
                && (row.interval().isPresent() || offsets(row).isPresent());
    }

    /** The band as changes from the baseline. */
    private static Optional<double[]> offsets(Deviation row) {
        Optional<Double> then =
                row.then().filter(Measurement::isDefined).map(m -> m.value().getAsDouble());
        if (then.isEmpty() || row.band().isEmpty()) {
            return Optional.empty();
        }
        Band band = row.band().get();
        return Optional.of(new double[] {band.low() - then.get(), band.high() - then.get()});
    }

    private static double bandReach(Deviation row) {
        return offsets(row)
                .map(ends -> row.kind() == Deviation.Kind.LIMIT
                        // a limit far off must not squeeze what lies near
                        ? Math.min(finite(ends[0], ends[1]), finite(ends[1], ends[0]))
                        : Math.max(finite(ends[0], 0), finite(ends[1], 0)))
                .orElse(0.0);
    }

    private static double finite(double end, double otherwise) {
        return Double.isFinite(end) ? Math.abs(end) : Double.isFinite(otherwise) ? Math.abs(otherwise) : 0;
    }

    private static double reach(Deviation row) {
        double change = Math.abs(row.change().getAsDouble());
        double ends = row.interval()
                .map(i -> Math.max(Math.abs(i.low()), Math.abs(i.high())))
                .orElse(0.0);
        // a hopelessly wide interval must not squeeze the band to a line
        double calm = Math.max(bandReach(row), change);
        return Math.max(calm, calm > 0 ? Math.min(ends, 1.6 * calm) : ends);
    }

    private static double place(double value, double half) {
        double x = MIDDLE + value / half * (MIDDLE - EDGE);
        return Math.max(0, Math.min(WIDTH, x));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
