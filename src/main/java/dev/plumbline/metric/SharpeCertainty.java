package dev.plumbline.metric;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How likely a Sharpe ratio is more than luck.
 *
 * <p>Everything is of one period and not annualised: s the Sharpe ratio, s* the one to beat, g₃ skewness, g₄ plain kurtosis
 * (3 for a normal), n returns. Conventions: s* = 0 unless given; the risk-free rate as for the Sharpe ratio. One peer
 * takes g₄ for 3 by default, another subtracts 3 twice.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal: undefined, ALL_EQUAL
 *   <li>no loss: as always; a Sharpe ratio that is not above s* has no least length: undefined, NOT_POSITIVE
 * </ul>
 *
 * <p>Source: D. H. Bailey, M. López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012),
 * <a href="https://doi.org/10.21314/JOR.2012.255">doi:10.21314/JOR.2012.255</a>; The Deflated Sharpe Ratio, Journal of
 * Portfolio Management 40 (2014), <a href="https://doi.org/10.3905/jpm.2014.40.5.094">doi:10.3905/jpm.2014.40.5.094</a>.
 */
public final class SharpeCertainty {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);
    private static final double EULER = 0.5772156649015329;

    private SharpeCertainty() {}

    /** Φ((s - s*)·√(n-1) / √(1 - g₃·s + (g₄-1)/4·s²)): the chance that the true ratio is above s*. */
    public static double probability(double s, double beaten, int n, double skewness, double kurtosis) {
        return STANDARD.cumulativeProbability(
                (s - beaten) / SharpeError.of(new Moments(n, 0, 1, skewness, kurtosis), s));
    }

    /** 1 + (1 - g₃·s + (g₄-1)/4·s²)·(z/(s - s*))²: how many returns make s so certain; z the quantile of {@code level}. */
    public static double leastLength(double s, double beaten, double skewness, double kurtosis, double level) {
        double z = STANDARD.inverseCumulativeProbability(level);
        double error = SharpeError.of(new Moments(2, 0, 1, skewness, kurtosis), s);
        return 1 + Math.pow(error * z / (s - beaten), 2);
    }

    /**
     * √V·((1-γ)·Φ⁻¹(1 - 1/N) + γ·Φ⁻¹(1 - 1/(N·e))): the best Sharpe ratio that N worthless trials show, V the variance of
     * theirs, γ Euler's constant.
     *
     * @throws IllegalArgumentException under 2 trials, or for a deviation below 0
     */
    public static double expectedMaximum(double trials, double deviation) {
        if (!(trials >= 2) || !(deviation >= 0)) {
            throw new IllegalArgumentException("found " + trials + " trials with a deviation of " + deviation
                    + ": at least 2 trials and a deviation of at least 0 were expected");
        }
        double first = STANDARD.inverseCumulativeProbability(1 - 1 / trials);
        double second = STANDARD.inverseCumulativeProbability(1 - 1 / (trials * Math.E));
        return deviation * ((1 - EULER) * first + EULER * second);
    }

    /** Probabilistic Sharpe ratio. Formula: Φ((s - s*)·√(n-1) / √(1 - g₃·s + (g₄-1)/4·s²)). Unit: share, 0 to 1. */
    static OnReturns.Annual above(double beaten) {
        return (returns, periods, conventions) -> {
            Moments moments = Moments.of(returns, conventions);
            double s = (moments.mean() - conventions.riskFreeEach(periods)) / moments.sd();
            double kurtosis = conventions.peer() == Peer.PERFORMANCEANALYTICS ? 3 : moments.kurtosis();
            return unusable(moments)
                    .orElseGet(() ->
                            Result.of(probability(s, beaten, moments.n(), moments.skewness(), kurtosis), moments.n()));
        };
    }

    /**
     * Deflated Sharpe ratio: the chance of being more than the best of N worthless trials.
     *
     * <p>Formula: that of the probabilistic one, s* = √V·((1-γ)·Φ⁻¹(1 - 1/N) + γ·Φ⁻¹(1 - 1/(N·e))), V the variance of the
     * trials' Sharpe ratios of one period, γ Euler's constant.
     *
     * <p>Unit: share, 0 to 1. Conventions: V = 1/(n-1), that of worthless trials as long as this one, unless their
     * deviation is given. Where nobody says how many were tried: undefined, NOT_AVAILABLE.
     */
    static Result deflated(double[] returns, double periods, Conventions conventions) {
        if (conventions.trials().isEmpty()) {
            return Result.undefined(
                    returns.length,
                    Result.Reason.NOT_AVAILABLE,
                    "how many strategies were tried is not known: plumb metrics --trials N");
        }
        Trials trials = conventions.trials().get();
        boolean given = trials.deviation().isPresent();
        double deviation = given
                ? trials.deviation().getAsDouble() / Math.sqrt(periods)
                : 1 / Math.sqrt(Math.max(1, returns.length - 1.0));
        String tried = String.format(Locale.ROOT, "the best of %,.0f trials", trials.number());
        return above(expectedMaximum(trials.number(), deviation))
                .apply(returns, periods, conventions)
                .noting(given ? tried : tried + ", their Sharpe ratios apart as those of worthless ones are");
    }

    /**
     * Least length of a track record. Formula: 1 + (1 - g₃·s + (g₄-1)/4·s²)·(z/(s - s*))², z of the level of the intervals,
     * one-sided. Unit: a number of returns.
     */
    static OnReturns.Annual trackRecord(double beaten) {
        return (returns, periods, conventions) -> {
            Moments moments = Moments.of(returns, conventions);
            double s = (moments.mean() - conventions.riskFreeEach(periods)) / moments.sd();
            return unusable(moments)
                    .orElseGet(() -> s > beaten
                            ? Result.of(
                                    leastLength(
                                            s,
                                            beaten,
                                            moments.skewness(),
                                            moments.kurtosis(),
                                            conventions.confidence()),
                                    moments.n())
                            : Result.undefined(
                                    moments.n(),
                                    Result.Reason.NOT_POSITIVE,
                                    "the Sharpe ratio is not above " + Unit.RATIO.format(beaten)
                                            + ": no length makes it certain"));
        };
    }

    private static Optional<Result> unusable(Moments moments) {
        int n = moments.n();
        if (n == 1) {
            return Optional.of(Result.undefined(1, Result.Reason.ONE, "1 return, 2 needed"));
        }
        return moments.allEqual()
                ? Optional.of(Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " returns are equal"))
                : Optional.empty();
    }
}
