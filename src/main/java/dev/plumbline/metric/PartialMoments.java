package dev.plumbline.metric;

/**
 * What lies above and below the minimum acceptable return m of a period, each side counted for itself.
 *
 * <p>Conventions: divisor n, returns on the other side counting as 0; m = 0 unless given, converted (1+x)^(1/P) - 1.
 * Intervals from 10 returns on, by {@link StationaryBootstrap}.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one, fewer than 5: undefined, ONE, TOO_FEW
 *   <li>all equal: as always; a ratio with nothing below m: undefined, NO_LOSS
 *   <li>no loss: a ratio is undefined, NO_LOSS; what lies below is 0
 * </ul>
 *
 * <p>Source: P. C. Fishburn, Mean-Risk Analysis with Risk Associated with Below-Target Returns, American Economic Review
 * 67 (1977), <a href="https://www.jstor.org/stable/1807225">jstor:1807225</a>; omega: C. Keating, W. F. Shadwick, A
 * Universal Performance Measure, Journal of Performance Measurement 6 (2002).
 */
final class PartialMoments {

    private PartialMoments() {}

    /** A statistic of returns and the least acceptable one. */
    @FunctionalInterface
    interface Against {

        double of(Drawn returns, double least);
    }

    /** What was gained above m for each unit below. Formula: Σ max(r - m, 0) / Σ max(m - r, 0). Unit: ratio, 0 and above. */
    static Result omega(double[] returns, double periods, Conventions conventions) {
        return ratio(
                returns,
                periods,
                conventions,
                (r, m) -> r.sides(m).upper() / r.sides(m).lower());
    }

    /** Formula: mean(r - m) / ∛(mean(max(m - r, 0)³)), of one period. Unit: ratio, the sign of the mean excess. */
    static Result kappaThree(double[] returns, double periods, Conventions conventions) {
        return ratio(
                returns,
                periods,
                conventions,
                (r, m) -> (r.moments().mean() - m) / Math.cbrt(r.sides(m).lowerThree()));
    }

    /** Formula: mean(max(r - m, 0)) / √(mean(min(r - m, 0)²)), of one period. Unit: ratio, 0 and above. */
    static Result upsidePotentialRatio(double[] returns, double periods, Conventions conventions) {
        return ratio(
                returns,
                periods,
                conventions,
                (r, m) -> r.sides(m).upper() / Math.sqrt(r.sides(m).lowerTwo()));
    }

    /** Formula: mean(max(r - m, 0)), of one period. Unit: share, 0 and above. */
    static Result upsidePotential(double[] returns, double periods, Conventions conventions) {
        return value(returns, periods, conventions, (r, m) -> r.sides(m).upper());
    }

    /** Formula: mean(max(m - r, 0)), of one period. Unit: share, 0 and above. */
    static Result downsidePotential(double[] returns, double periods, Conventions conventions) {
        return value(returns, periods, conventions, (r, m) -> r.sides(m).lower());
    }

    /** Formula: √(mean(max(r - m, 0)²)) · √P. Unit: share a year, 0 and above. */
    static Result upsideDeviation(double[] returns, double periods, Conventions conventions) {
        return value(
                returns, periods, conventions, (r, m) -> Math.sqrt(r.sides(m).upperTwo() * periods));
    }

    /** Deviation below the mean itself. Formula: √(mean(min(r - mean(r), 0)²)) · √P. Unit: share a year, 0 and above. */
    static Result semiDeviation(double[] returns, double periods, Conventions conventions) {
        return value(
                returns,
                periods,
                conventions,
                (r, m) -> Math.sqrt(Sides.of(r.values(), r.moments().mean()).lowerTwo() * periods));
    }

    /** How often a return is above m. Formula: count(r &gt; m) / n. Unit: share, 0 to 1, {@link Wilson} interval. */
    static Result above(double[] returns, double periods, Conventions conventions) {
        double least = conventions.minimumAcceptableEach(periods);
        return Wilson.share(count(returns, least, 1), returns.length, conventions);
    }

    /** How often a return is below m. Formula: count(r &lt; m) / n. Unit: share, 0 to 1, {@link Wilson} interval. */
    static Result below(double[] returns, double periods, Conventions conventions) {
        double least = conventions.minimumAcceptableEach(periods);
        return Wilson.share(count(returns, least, -1), returns.length, conventions);
    }

    private static long count(double[] returns, double least, int sign) {
        long count = 0;
        for (double r : returns) {
            count += sign * Double.compare(r, least) > 0 && r != least ? 1 : 0;
        }
        return count;
    }

    private static Result ratio(double[] returns, double periods, Conventions conventions, Against statistic) {
        double least = conventions.minimumAcceptableEach(periods);
        return Drawn.of(returns, conventions).sides(least).lower() == 0
                ? Result.undefined(
                        returns.length,
                        Result.Reason.NO_LOSS,
                        "no return below the minimum acceptable one among " + returns.length)
                : value(returns, periods, conventions, statistic);
    }

    private static Result value(double[] returns, double periods, Conventions conventions, Against statistic) {
        double least = conventions.minimumAcceptableEach(periods);
        return StationaryBootstrap.ofDrawn(returns, r -> statistic.of(r, least), conventions)
                .around(
                        statistic.of(Drawn.of(returns, conventions), least),
                        returns.length,
                        returns.length,
                        conventions.confidence());
    }
}
