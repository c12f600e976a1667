package dev.plumbline.metric;

import dev.plumbline.model.Returns;
import java.util.function.ToDoubleFunction;

/**
 * How returns are spread: to which side, and how far out.
 *
 * <p>Unit: ratio; 0 for a normal. Intervals from 10 returns on, by {@link StationaryBootstrap}: of few returns too narrow.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one, fewer than 5: undefined, ONE, TOO_FEW
 *   <li>all equal: undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: moment estimators, not corrected for bias; kurtosis is excess. Source: D. N. Joanes, C. A. Gill, Comparing
 * Measures of Sample Skewness and Kurtosis, The Statistician 47 (1998),
 * <a href="https://doi.org/10.1111/1467-9884.00122">doi:10.1111/1467-9884.00122</a>.
 */
final class Shape {

    private Shape() {}

    /** Formula: m₃ / m₂^1.5. Negative: the long tail is of losses. */
    static Result skewness(Returns returns, Conventions conventions) {
        return of(returns, Moments::skewness, conventions);
    }

    /** Formula: m₄ / m₂² - 3. Above 0: more far returns than a normal has. */
    static Result kurtosis(Returns returns, Conventions conventions) {
        return of(returns, moments -> moments.kurtosis() - 3, conventions);
    }

    /** Formula: mean |r - mean(r)|. Unit: share; 0 where all are equal. */
    static Result meanAbsoluteDeviation(Returns returns, Conventions conventions) {
        return Result.of(spread(returns.value()), returns.size());
    }

    private static double spread(double[] r) {
        double mean = Moments.mean(r);
        double sum = 0;
        for (double x : r) {
            sum += Math.abs(x - mean);
        }
        return sum / r.length;
    }

    private static Result of(Returns returns, ToDoubleFunction<Moments> statistic, Conventions conventions) {
        int n = returns.size();
        Moments moments = Moments.of(returns.value(), conventions);
        if (n < 2 || moments.allEqual()) {
            return n < 2
                    ? Result.undefined(n, Result.Reason.ONE, "1 return, 2 needed")
                    : Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " returns are equal");
        }
        return StationaryBootstrap.ofDrawn(returns.value(), r -> statistic.applyAsDouble(r.moments()), conventions)
                .around(statistic.applyAsDouble(moments), n, n, conventions.confidence());
    }
}
