package dev.plumbline.metric;

import java.util.Arrays;

/**
 * Deviation below the minimum acceptable return, and the mean excess return over it.
 *
 * <p>Formula: d = √(mean(min(r - m, 0)²)) over all n, m the minimum acceptable return of a period.
 *
 * <p>Conventions: the divisor is n, returns above m counting as 0, and not only those below it; m = 0 unless given; P
 * from {@link Spacing}. Intervals from 10 returns on, by {@link StationaryBootstrap}.
 *
 * <p>Source: F. A. Sortino, R. van der Meer, Downside Risk, Journal of Portfolio Management 17 (1991),
 * <a href="https://doi.org/10.3905/jpm.1991.409343">doi:10.3905/jpm.1991.409343</a>.
 */
final class Downside {

    private Downside() {}

    /**
     * Sortino ratio.
     *
     * <p>Formula: mean(r - m) / d · √P.
     *
     * <p>Unit: ratio, the sign of the mean excess return.
     *
     * <ul>
     *   <li>none: undefined, NONE; one: undefined, ONE; fewer than 5: undefined, TOO_FEW
     *   <li>all equal: undefined, NO_LOSS, or -√P where all are below m
     *   <li>no return below m: undefined, NO_LOSS
     * </ul>
     */
    static Result sortino(double[] returns, double periods, Conventions conventions) {
        double least = conventions.minimumAcceptableEach(periods);
        double value = ratio(Drawn.of(returns, conventions), least) * Math.sqrt(periods);
        if (!Double.isFinite(value)) {
            return Result.undefined(
                    returns.length,
                    Result.Reason.NO_LOSS,
                    "no return below the minimum acceptable one among " + returns.length);
        }
        Result.Value sortino = StationaryBootstrap.ofDrawn(
                        returns, r -> ratio(r, least) * Math.sqrt(periods), conventions)
                .around(value, returns.length, returns.length, conventions.confidence());
        return with(sortino, Statistic.SORTINO, returns, least, periods);
    }

    /**
     * Downside deviation, annualised.
     *
     * <p>Formula: d · √P.
     *
     * <p>Unit: share a year, 0 and above; 0 where no return is below m. None, one, fewer than 5: undefined, as for Sortino.
     */
    static Result deviation(double[] returns, double periods, Conventions conventions) {
        double least = conventions.minimumAcceptableEach(periods);
        Result.Value deviation = StationaryBootstrap.ofDrawn(
                        returns, r -> below(r, least) * Math.sqrt(periods), conventions)
                .around(
                        below(Drawn.of(returns, conventions), least) * Math.sqrt(periods),
                        returns.length,
                        returns.length,
                        conventions.confidence());
        return with(deviation, Statistic.DOWNSIDE, returns, least, periods);
    }

    private static Result with(
            Result.Value value, Statistic statistic, double[] returns, double least, double periods) {
        return Evidence.Series.of(
                value,
                statistic,
                Math.sqrt(periods),
                Arrays.stream(returns).map(r -> r - least).toArray());
    }

    private static double ratio(Drawn returns, double least) {
        double mean = returns.sides(least).excess();
        double below = below(returns, least);
        return Moments.isZero(below, mean) ? Double.POSITIVE_INFINITY : mean / below;
    }

    private static double below(Drawn returns, double least) {
        return Math.sqrt(returns.sides(least).lowerTwo());
    }
}
