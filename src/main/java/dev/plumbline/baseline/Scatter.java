package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Proportion;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Spread;
import java.util.Optional;

/**
 * By how much a share scatters more than independent trials would, and how well that is known. A slice has too few trials
 * to show what good and bad days do to it; the whole shows it better, and they are the same days: a slice scatters at
 * least as much as its part of the trials makes of what the whole does.
 *
 * @param inflation what the variance is multiplied by, at least 1
 * @param freedom   degrees of freedom that it is known with
 */
record Scatter(double inflation, double freedom) {

    /** As independent trials do. */
    static final Scatter NONE = new Scatter(1, 0);

    static Scatter of(Proportion then, Proportion now) {
        Spread both = then.spread().with(now.spread());
        return new Scatter(both.inflation(), both.freedom());
    }

    /**
     * What the whole says of a slice of it: 1 + (inflation - 1)·(the slice's trials / those of the whole).
     *
     * @param wholeThen of the same metric; nothing is said where it is no share
     */
    static Scatter ofWhole(
            Optional<Measurement> wholeThen, Optional<Measurement> wholeNow, Measurement then, Measurement now) {
        Optional<Proportion> a = wholeThen.flatMap(Scatter::share);
        Optional<Proportion> b = wholeNow.flatMap(Scatter::share);
        Optional<Proportion> partA = share(then);
        Optional<Proportion> partB = share(now);
        if (a.isEmpty() || b.isEmpty() || partA.isEmpty() || partB.isEmpty()) {
            return NONE;
        }
        Scatter whole = of(a.get(), b.get());
        double all = (double) a.get().trials() + b.get().trials();
        double part = (double) partA.get().trials() + partB.get().trials();
        return all == 0 ? NONE : new Scatter(1 + (whole.inflation - 1) * Math.min(1, part / all), whole.freedom);
    }

    /** The greater of the two. */
    Scatter or(Scatter other) {
        return other.inflation > inflation ? other : this;
    }

    private static Optional<Proportion> share(Measurement measurement) {
        return measurement.evidence() instanceof Proportion share ? Optional.of(share) : Optional.empty();
    }
}
