package dev.plumbline.metric;

import java.util.OptionalDouble;

/**
 * The choices under which two tools give two numbers for one name.
 *
 * @param periodsPerYear    inferred from the spacing of the times when empty
 * @param riskFree          annual, a fraction; converted (1+x)^(1/P) - 1
 * @param minimumAcceptable annual, a fraction; converted likewise
 * @param confidence        level of the intervals
 * @param resamples         of every bootstrap
 * @param seed              of every bootstrap: the same seed gives the same interval
 * @param leastReturns      fewer give no Sharpe ratio, Sortino ratio or volatility
 * @param leastDays         a shorter span gives no yearly growth
 */
public record Conventions(
        OptionalDouble periodsPerYear,
        double riskFree,
        double minimumAcceptable,
        double confidence,
        int resamples,
        long seed,
        int leastReturns,
        double leastDays) {

    /** Daily closes, sample deviation, risk-free rate 0, 95 % intervals, at least 5 returns and 30 days. */
    public static Conventions standard() {
        return new Conventions(OptionalDouble.empty(), 0, 0, 0.95, 2_000, 20_240_229L, 5, 30);
    }

    public Conventions withPeriodsPerYear(double periods) {
        return new Conventions(
                OptionalDouble.of(periods),
                riskFree,
                minimumAcceptable,
                confidence,
                resamples,
                seed,
                leastReturns,
                leastDays);
    }

    public Conventions withRiskFree(double annual) {
        return new Conventions(
                periodsPerYear, annual, minimumAcceptable, confidence, resamples, seed, leastReturns, leastDays);
    }

    public Conventions withMinimumAcceptable(double annual) {
        return new Conventions(periodsPerYear, riskFree, annual, confidence, resamples, seed, leastReturns, leastDays);
    }

    public Conventions withConfidence(double level) {
        return new Conventions(
                periodsPerYear, riskFree, minimumAcceptable, level, resamples, seed, leastReturns, leastDays);
    }

    /** Without the least number of returns and days: whatever can be computed is. */
    public Conventions forced() {
        return new Conventions(periodsPerYear, riskFree, minimumAcceptable, confidence, resamples, seed, 0, 0);
    }

    /** The annual risk-free rate for one of {@code periods} a year. */
    double riskFreeEach(double periods) {
        return each(riskFree, periods);
    }

    /** The annual minimum acceptable return for one of {@code periods} a year. */
    double minimumAcceptableEach(double periods) {
        return each(minimumAcceptable, periods);
    }

    private static double each(double annual, double periods) {
        return annual == 0 ? 0 : Math.expm1(Math.log1p(annual) / periods);
    }
}
