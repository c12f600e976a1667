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
 */
public record Conventions(
        OptionalDouble periodsPerYear,
        double riskFree,
        double minimumAcceptable,
        double confidence,
        int resamples,
        long seed) {

    /** Daily closes, sample deviation, risk-free rate 0, 95 % intervals. */
    public static Conventions standard() {
        return new Conventions(OptionalDouble.empty(), 0, 0, 0.95, 2_000, 20_240_229L);
    }

    public Conventions withPeriodsPerYear(double periods) {
        return new Conventions(
                OptionalDouble.of(periods), riskFree, minimumAcceptable, confidence, resamples, seed);
    }

    public Conventions withRiskFree(double annual) {
        return new Conventions(periodsPerYear, annual, minimumAcceptable, confidence, resamples, seed);
    }

    public Conventions withMinimumAcceptable(double annual) {
        return new Conventions(periodsPerYear, riskFree, annual, confidence, resamples, seed);
    }

    public Conventions withConfidence(double level) {
        return new Conventions(periodsPerYear, riskFree, minimumAcceptable, level, resamples, seed);
    }
}
