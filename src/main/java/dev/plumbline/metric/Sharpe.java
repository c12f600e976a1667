package dev.plumbline.metric;

import java.util.Arrays;

/**
 * Mean excess return over its deviation, scaled to a year.
 *
 * <p>Formula: mean(r - f) / sd(r) · √P, sd the sample deviation, f the risk-free rate of a period.
 *
 * <p>Unit: ratio, the sign of the mean excess return. Interval from {@link SharpeError}, from 10 returns on; the same
 * error is the evidence from 5 on.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal (sd ≤ 1e-12 · (1 + |mean|)): undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: simple returns between daily closes, net of cash flows; arithmetic annualisation by √P, P from {@link
 * Spacing}; risk-free rate 0 unless given. Autocorrelated returns make √P too large or too small.
 *
 * <p>Source: W. F. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21 (1994),
 * <a href="https://doi.org/10.3905/jpm.1994.409501">doi:10.3905/jpm.1994.409501</a>.
 */
final class Sharpe implements OnReturns.Annual {

    @Override
    public Result apply(double[] returns, double periods, Conventions conventions) {
        int n = returns.length;
        Moments moments = Moments.of(returns, conventions);
        if (n == 1) {
            return Result.undefined(1, Result.Reason.ONE, "1 return, 2 needed");
        }
        if (moments.allEqual()) {
            return Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " returns are equal");
        }
        double root = Math.sqrt(periods);
        double free = conventions.riskFreeEach(periods);
        double s = (moments.mean() - free) / moments.sd();
        // the evidence keeps a copy of its own
        double[] excess =
                free == 0 ? returns : Arrays.stream(returns).map(r -> r - free).toArray();
        return Evidence.Series.of(SharpeError.around(moments, s, root, conventions), Statistic.SHARPE, root, excess);
    }
}
