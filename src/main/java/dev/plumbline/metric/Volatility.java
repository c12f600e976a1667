package dev.plumbline.metric;

/**
 * Deviation of returns, scaled to a year.
 *
 * <p>Formula: sd(r) · √P, sample deviation.
 *
 * <p>Unit: share a year, 0 and above. Interval from 10 returns on, by {@link StationaryBootstrap}; of 30 normal
 * returns it holds the truth in 86 % of samples where it says 95 %, of 365 in 94 %.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal: 0
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: simple returns between daily closes; P from {@link Spacing}.
 */
final class Volatility implements OnReturns.Annual {

    @Override
    public Result apply(double[] returns, double periods, Conventions conventions) {
        int n = returns.length;
        if (n == 1) {
            return Result.undefined(1, Result.Reason.ONE, "1 return, 2 needed");
        }
        double root = Math.sqrt(periods);
        Moments moments = Moments.of(returns, conventions);
        Result.Value deviation = StationaryBootstrap.ofDrawn(
                        returns, r -> r.moments().sd() * root, conventions)
                .around(moments.allEqual() ? 0 : moments.sd() * root, n, n, conventions.confidence());
        return Evidence.Series.of(deviation, Statistic.DEVIATION, root, returns);
    }
}
