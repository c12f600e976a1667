package dev.plumbline.metric;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

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
 * @param peer              whose meaning of the names
 * @param trials            what was tried before; empty where nobody said
 * @param shared            where metrics of one sample keep what they share; empty where nothing is kept
 */
public record Conventions(
        OptionalDouble periodsPerYear,
        double riskFree,
        double minimumAcceptable,
        double confidence,
        int resamples,
        long seed,
        int leastReturns,
        double leastDays,
        Peer peer,
        Optional<Shared> shared,
        Optional<Trials> trials) {

    public Conventions(
            OptionalDouble periodsPerYear,
            double riskFree,
            double minimumAcceptable,
            double confidence,
            int resamples,
            long seed,
            int leastReturns,
            double leastDays,
            Peer peer) {
        this(
                periodsPerYear,
                riskFree,
                minimumAcceptable,
                confidence,
                resamples,
                seed,
                leastReturns,
                leastDays,
                peer,
                Optional.empty(),
                Optional.empty());
    }

    /** Daily closes, sample deviation, risk-free rate 0, 95 % intervals, at least 5 returns and 30 days. */
    public static Conventions standard() {
        return new Conventions(OptionalDouble.empty(), 0, 0, 0.95, 2_000, 20_240_229L, 5, 30, Peer.OWN);
    }

    public Conventions withPeriodsPerYear(double periods) {
        return with(OptionalDouble.of(periods), riskFree, minimumAcceptable, confidence, resamples, peer);
    }

    public Conventions withRiskFree(double annual) {
        return with(periodsPerYear, annual, minimumAcceptable, confidence, resamples, peer);
    }

    public Conventions withMinimumAcceptable(double annual) {
        return with(periodsPerYear, riskFree, annual, confidence, resamples, peer);
    }

    public Conventions withConfidence(double level) {
        return with(periodsPerYear, riskFree, minimumAcceptable, level, resamples, peer);
    }

    /** More resamples make the ends of bootstrap intervals steadier, fewer make them sooner; with 0 there are none. */
    public Conventions withResamples(int number) {
        return with(periodsPerYear, riskFree, minimumAcceptable, confidence, number, peer);
    }

    /** Another seed of every bootstrap. */
    public Conventions withSeed(long other) {
        return new Conventions(
                periodsPerYear,
                riskFree,
                minimumAcceptable,
                confidence,
                resamples,
                other,
                leastReturns,
                leastDays,
                peer,
                shared,
                trials);
    }

    /** Metrics of one sample draw their resamples once. They are kept as long as what this gives is. */
    public Conventions sharing() {
        return new Conventions(
                periodsPerYear,
                riskFree,
                minimumAcceptable,
                confidence,
                resamples,
                seed,
                leastReturns,
                leastDays,
                peer,
                Optional.of(Shared.empty()),
                trials);
    }

    /** How many strategies were tried before this one was chosen. */
    public Conventions withTrials(Trials tried) {
        return new Conventions(
                periodsPerYear,
                riskFree,
                minimumAcceptable,
                confidence,
                resamples,
                seed,
                leastReturns,
                leastDays,
                peer,
                shared,
                Optional.of(tried));
    }

    /** What follows from an array, one thing a type: of metrics that share, the first computes it. */
    <T> T once(Object array, Class<T> type, Supplier<T> compute) {
        return shared.isPresent() ? shared.get().of(array, type, compute) : compute.get();
    }

    /** Another tool's meaning of the names, and its periods per year where none are given. */
    public Conventions as(Peer other) {
        OptionalDouble periods = periodsPerYear.isPresent() ? periodsPerYear : other.periodsPerYear();
        return with(periods, riskFree, minimumAcceptable, confidence, resamples, other);
    }

    /** Without the least number of returns and days: whatever can be computed is. */
    public Conventions forced() {
        return new Conventions(
                periodsPerYear, riskFree, minimumAcceptable, confidence, resamples, seed, 0, 0, peer, shared, trials);
    }

    private Conventions with(OptionalDouble periods, double free, double least, double level, int number, Peer whose) {
        return new Conventions(
                periods, free, least, level, number, seed, leastReturns, leastDays, whose, shared, trials);
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
