package dev.plumbline.metric;

import dev.plumbline.model.Returns;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The worst returns of a period that are to be expected, and what they bring when they come.
 *
 * <p>Unit: share of the account in one period; a positive number is a loss, a negative one says that even the tail
 * gained. Intervals from 10 returns on, by {@link StationaryBootstrap}: of a rare tail they are too narrow, for a
 * resample holds no loss that the period did not: at 95 % the value at risk of 60 normal returns is held in 84 % of
 * samples, of 365 in 94 %.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one, fewer than 5: undefined, ONE, TOO_FEW
 *   <li>all equal: that return's negative
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: quantiles of type 7; what the formula calls q is the 5 % or the 1 % quantile. One peer gives the normal
 * figure under the plain name, see {@link Peer}.
 */
final class Tails {

    private Tails() {}

    /** Value at risk, historical. Formula: -q. */
    static Formula<Returns> valueAtRisk(double tail) {
        return of((r, c) -> c.peer() == Peer.QUANTSTATS ? -Normals.quantile(r, tail, true) : -r.quantile(tail));
    }

    /**
     * What is lost on average when the value at risk is reached. Formula: -mean(r where r ≤ q).
     *
     * <p>Source: R. T. Rockafellar, S. Uryasev, Optimization of Conditional Value-at-Risk, Journal of Risk 2 (2000),
     * <a href="https://doi.org/10.21314/JOR.2000.038">doi:10.21314/JOR.2000.038</a>.
     */
    static Formula<Returns> conditional(double tail) {
        return of((r, c) -> c.peer() == Peer.QUANTSTATS
                ? -beyond(r.values(), Normals.quantile(r, tail, true), false)
                : -beyond(r.values(), r.quantile(tail), true));
    }

    /**
     * Value at risk of a normal that is bent to the returns' skewness and kurtosis (Cornish-Fisher).
     *
     * <p>Formula: -(mean + σ·(z + (z²-1)/6·g + (z³-3z)/24·k - (2z³-5z)/36·g²)), z the normal quantile, g skewness, k excess
     * kurtosis, σ with divisor n as the other moments.
     *
     * <p>Source: L. Favre, J.-A. Galeano, Mean-Modified Value-at-Risk Optimization with Hedge Funds, Journal of
     * Alternative Investments 5 (2002), <a href="https://doi.org/10.3905/jai.2002.319052">doi:10.3905/jai.2002.319052</a>.
     */
    static Formula<Returns> modified(double tail) {
        return of((r, c) -> -Normals.bent(r, tail));
    }

    /** Value at risk of a normal of the same mean and deviation. Formula: -(mean + z·σ), σ with divisor n. */
    static Formula<Returns> normal(double tail) {
        return of((r, c) -> -Normals.quantile(r, tail, false));
    }

    /** What such a normal loses beyond it. Formula: -(mean - σ·φ(z)/p), p the share of the tail, σ with divisor n. */
    static Formula<Returns> normalConditional(double tail) {
        return of((r, c) -> -Normals.beyond(r, tail));
    }

    /**
     * How much longer the tail of gains is than the tail of losses.
     *
     * <p>Formula: q₀.₉₅ / |q₀.₀₅|. Unit: ratio; where even the 5 % quantile is a gain, the notes say so. q₀.₀₅ of exactly
     * 0: undefined, NO_LOSS.
     */
    static Result ratio(Returns returns, Conventions conventions) {
        double[] r = returns.value();
        double low = Drawn.of(r, conventions).quantile(0.05);
        if (low == 0) {
            return Result.undefined(r.length, Result.Reason.NO_LOSS, "the 5 % quantile of the returns is 0");
        }
        return around(r, x -> x.quantile(0.95) / Math.abs(x.quantile(0.05)), conventions)
                .noting(low > 0 ? "the 5 % quantile is a gain" : "");
    }

    /** Of returns and conventions. */
    @FunctionalInterface
    private interface Loss {

        double of(Drawn returns, Conventions conventions);
    }

    private static Formula<Returns> of(Loss loss) {
        return (returns, conventions) -> around(returns.value(), r -> loss.of(r, conventions), conventions);
    }

    private static Result.Value around(double[] r, ToDoubleFunction<Drawn> statistic, Conventions conventions) {
        return StationaryBootstrap.ofDrawn(r, statistic, conventions)
                .around(
                        statistic.applyAsDouble(Drawn.of(r, conventions)),
                        r.length,
                        r.length,
                        conventions.confidence());
    }

    /** The mean of what is at or below a threshold; the threshold itself where nothing is. */
    private static double beyond(double[] r, double threshold, boolean at) {
        double sum = 0;
        int n = 0;
        for (double x : r) {
            if (x < threshold || (at && x == threshold)) {
                sum += x;
                n++;
            }
        }
        return n == 0 ? threshold : sum / n;
    }

    /** Quantiles of a normal of the returns' mean and deviation. */
    private static final class Normals {

        private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

        private Normals() {}

        static double quantile(Drawn r, double tail, boolean sample) {
            Moments moments = r.moments();
            return moments.mean() + STANDARD.inverseCumulativeProbability(tail) * deviation(moments, sample);
        }

        static double beyond(Drawn r, double tail) {
            Moments moments = r.moments();
            double z = STANDARD.inverseCumulativeProbability(tail);
            return moments.mean() - deviation(moments, false) * STANDARD.density(z) / tail;
        }

        static double bent(Drawn r, double tail) {
            Moments moments = r.moments();
            double z = STANDARD.inverseCumulativeProbability(tail);
            double g = moments.skewness();
            double k = moments.kurtosis() - 3;
            double bent = z + (z * z - 1) / 6 * g + (z * z * z - 3 * z) / 24 * k - (2 * z * z * z - 5 * z) / 36 * g * g;
            return moments.mean() + bent * deviation(moments, false);
        }

        private static double deviation(Moments moments, boolean sample) {
            double n = moments.n();
            return sample ? moments.sd() : moments.sd() * Math.sqrt((n - 1) / n);
        }
    }
}
