package dev.plumbline.metric;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The straight line through an account's returns over those of a benchmark, both above the risk-free rate f of a period.
 *
 * <ul>
 *   <li>none in common: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW; what is of a year, of under 30 days: undefined, TOO_SHORT
 *   <li>the benchmark's returns all equal: undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: least squares; simple returns; f = 0 unless given; P from {@link Spacing}. Intervals of alpha and beta
 * from 10 returns on, Student's with n - 2 degrees of freedom.
 *
 * <p>Source: M. C. Jensen, The Performance of Mutual Funds in the Period 1945-1964, Journal of Finance 23 (1968),
 * <a href="https://doi.org/10.1111/j.1540-6261.1968.tb00815.x">doi:10.1111/j.1540-6261.1968.tb00815.x</a>.
 */
final class Regression {

    private Regression() {}

    /** What is earned a year where the benchmark earns nothing. Formula: (1 + a)^P - 1, a the intercept. Unit: share. */
    static Result alpha(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return yearly(returns, benchmark, periods, conventions, line -> {
            double value = Math.pow(1 + line.intercept(), periods) - 1;
            return bounded(value, line.intercept(), line.levelError(), returns.length, conventions, periods);
        });
    }

    /** How much the account moves with the benchmark. Formula: cov(r, b) / var(b). Unit: ratio, any sign. */
    static Result beta(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return of(
                returns,
                benchmark,
                periods,
                conventions,
                line -> bounded(line.slope(), line.slope(), line.slopeError(), returns.length, conventions, 0));
    }

    /** Formula: cov(r, b) / (sd(r)·sd(b)). Unit: ratio, -1 to 1; the account's returns all equal: undefined, ALL_EQUAL. */
    static Result correlation(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return of(
                returns,
                benchmark,
                periods,
                conventions,
                line -> Double.isNaN(line.correlation())
                        ? Result.undefined(
                                returns.length, Result.Reason.ALL_EQUAL, "all " + returns.length + " returns are equal")
                        : Result.of(line.correlation(), returns.length));
    }

    /** Formula: R - F - beta·(B - F), R, B, F the compound returns of a year. Unit: share a year. */
    static Result jensen(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        double free = conventions.riskFree();
        double own = Compounded.annual(returns, 0, periods) - free;
        double theirs = Compounded.annual(benchmark, 0, periods) - free;
        return yearly(
                returns, benchmark, periods, conventions, line -> finite(own - line.slope() * theirs, returns.length));
    }

    /**
     * Formula: (R - F) / beta, R and F the compound returns of a year. Unit: ratio; a beta of 0: undefined, ALL_EQUAL.
     *
     * <p>Source: J. L. Treynor, How to Rate Management of Investment Funds, Harvard Business Review 43 (1965).
     */
    static Result treynor(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        double own = Compounded.annual(returns, 0, periods) - conventions.riskFree();
        return yearly(
                returns,
                benchmark,
                periods,
                conventions,
                line -> line.slope() == 0
                        ? Result.undefined(returns.length, Result.Reason.ALL_EQUAL, "beta is 0")
                        : finite(own / line.slope(), returns.length));
    }

    /** The deviation that the benchmark explains. Formula: |beta|·sd(b)·√P. Unit: share a year, 0 and above. */
    static Result systematic(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        double deviation = Moments.of(benchmark).sd() * Math.sqrt(periods);
        return of(
                returns,
                benchmark,
                periods,
                conventions,
                line -> Result.of(Math.abs(line.slope()) * deviation, returns.length));
    }

    /** What says how much a year brings: only of a month and more. */
    private static Result yearly(
            double[] returns,
            double[] benchmark,
            double periods,
            Conventions conventions,
            Function<Line, Result> result) {
        return Compounded.tooShort(returns.length, periods, conventions)
                .orElseGet(() -> of(returns, benchmark, periods, conventions, result));
    }

    private static Result of(
            double[] returns,
            double[] benchmark,
            double periods,
            Conventions conventions,
            Function<Line, Result> result) {
        int n = returns.length;
        if (n == 1) {
            return Result.undefined(1, Result.Reason.ONE, "1 return in common, 2 needed");
        }
        double free = conventions.riskFreeEach(periods);
        Line line = Line.of(less(benchmark, free), less(returns, free));
        return Double.isNaN(line.slope())
                ? Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " returns of the benchmark are equal")
                : result.apply(line);
    }

    /** Scaled to a year as alpha is where there are {@code periods}. */
    private static Result bounded(
            double value, double raw, double error, int n, Conventions conventions, double periods) {
        if (!Double.isFinite(value)) {
            return finite(value, n);
        }
        Result.Value bare = Result.of(value, n);
        if (n < Interval.LEAST_N) {
            return bare.noting(Replicates.tooFew(n));
        }
        double half = Normal.critical(conventions.confidence(), n - 2.0) * error;
        DoubleUnaryOperator scale = x -> periods == 0 ? x : Math.pow(Math.max(0, 1 + x), periods) - 1;
        double low = scale.applyAsDouble(raw - half);
        double high = scale.applyAsDouble(raw + half);
        return bare.with(
                        Double.isFinite(high)
                                ? Optional.of(new Interval(low, high, conventions.confidence(), "Student"))
                                : Optional.empty())
                .with(periods == 0 && error > 0 ? new Evidence.Estimate(value, error) : new Evidence.Plain());
    }

    static Result finite(double value, int n) {
        return Double.isFinite(value)
                ? Result.of(value, n)
                : Result.undefined(n, Result.Reason.TOO_SHORT, n + " returns are too short a time for a year's growth");
    }

    private static double[] less(double[] x, double free) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] -= free;
        }
        return y;
    }
}
