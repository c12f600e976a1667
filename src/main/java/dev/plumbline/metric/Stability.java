package dev.plumbline.metric;

import dev.plumbline.model.Returns;

/**
 * How straight the way was.
 *
 * <p>Formula: R² of the line through the cumulative log returns Σ ln(1 + r) on time.
 *
 * <p>Unit: share, 0 to 1; 1 is a straight line, and it does not say whether up or down.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one, fewer than 5: undefined, ONE, TOO_FEW
 *   <li>all equal: 1; all 0: undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: elapsed time, not the number of the return. It has no interval: cumulated returns are not independent.
 */
final class Stability implements Formula<Returns> {

    @Override
    public Result apply(Returns returns, Conventions conventions) {
        int n = returns.size();
        if (n == 1) {
            return Result.undefined(1, Result.Reason.ONE, "1 return, 2 needed");
        }
        double[] time = new double[n];
        double[] grown = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            time[i] = (returns.micros()[i] - returns.micros()[0]) / 1e6;
            sum += Math.log1p(returns.value()[i]);
            grown[i] = sum;
        }
        Line line = Line.of(time, grown);
        return Double.isNaN(line.correlation())
                ? Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " returns are 0")
                : Result.of(Math.min(1, line.correlation() * line.correlation()), n);
    }
}
