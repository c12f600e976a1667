package dev.plumbline.metric;

/**
 * What a later comparison needs to know of a value, small enough to be kept in a baseline file after the raw rows are
 * gone. The kind decides the test.
 */
public sealed interface Evidence
        permits Evidence.Estimate, Evidence.Mean, Evidence.Plain, Evidence.Proportion, Evidence.Rate {

    /** A share of independent trials: win rate, success rate. */
    record Proportion(long successes, long trials) implements Evidence {}

    /** Events over an exposure, in the unit that the metric divides by: transitions per week, runs per day and symbol. */
    record Rate(long events, double exposure) implements Evidence {}

    /**
     * A mean.
     *
     * @param effective how many independent observations the readings are worth, at most {@code n}
     */
    record Mean(double mean, double sd, long n, double effective) implements Evidence {}

    /** Any other estimate with a standard error, such as a ratio. */
    record Estimate(double value, double standardError) implements Evidence {}

    /** Nothing beyond the value. */
    record Plain() implements Evidence {}
}
