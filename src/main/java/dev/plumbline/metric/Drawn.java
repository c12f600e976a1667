package dev.plumbline.metric;

import org.jspecify.annotations.Nullable;

/**
 * A series, as it came or resampled, with what several statistics of it need: each is computed by the first that asks.
 * Several threads may ask; that two of them compute the same does no harm.
 */
final class Drawn {

    private final double[] values;
    private @Nullable Moments moments;
    private @Nullable Sides sides;
    private @Nullable Known quantiles;

    private record Known(double p, double value, @Nullable Known more) {}

    Drawn(double[] values) {
        this.values = values;
    }

    static Drawn of(double[] x, Conventions conventions) {
        return conventions.once(x, Drawn.class, () -> new Drawn(x));
    }

    /** Not to be written to. */
    double[] values() {
        return values;
    }

    Moments moments() {
        Moments known = moments;
        if (known == null) {
            known = Moments.of(values);
            moments = known;
        }
        return known;
    }

    Sides sides(double least) {
        Sides known = sides;
        if (known == null || known.least() != least) {
            known = Sides.of(values, least);
            sides = known;
        }
        return known;
    }

    double quantile(double p) {
        Known first = quantiles;
        for (Known known = first; known != null; known = known.more()) {
            if (known.p() == p) {
                return known.value();
            }
        }
        double value = Quantile.of(values, p);
        quantiles = new Known(p, value, first);
        return value;
    }
}
