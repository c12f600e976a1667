package dev.plumbline.metric;

/**
 * Score interval of a share: (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n), inside [0, 1], for any n of at least 1.
 *
 * <p>Source: E. B. Wilson, Probable Inference, JASA 22 (1927),
 * <a href="https://doi.org/10.1080/01621459.1927.10502953">doi:10.1080/01621459.1927.10502953</a>.
 */
public final class Wilson {

    private Wilson() {}

    /**
     * The interval of a share.
     *
     * @param trials may be a fraction, where trials that depend on each other are worth fewer
     */
    public static Interval of(double successes, double trials, double level) {
        double z = Normal.critical(level);
        double p = successes / trials;
        double square = z * z / trials;
        double half = z * Math.sqrt(p * (1 - p) / trials + square / (4 * trials));
        double low = (p + square / 2 - half) / (1 + square);
        double high = (p + square / 2 + half) / (1 + square);
        return new Interval(p == 0 ? 0 : Math.max(0, low), p == 1 ? 1 : Math.min(1, high), level, "Wilson");
    }

    /** A share as a result, with its interval and what a later comparison needs. */
    public static Result.Value share(long successes, long trials, Conventions conventions) {
        return Result.of((double) successes / trials, trials)
                .with(of((double) successes, (double) trials, conventions.confidence()))
                .with(new Evidence.Proportion(successes, trials));
    }
}
