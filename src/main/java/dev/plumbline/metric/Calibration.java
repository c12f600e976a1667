package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/**
 * How far what a bot stated when it opened is from what came of it. Over trades that stated a confidence; n counts them.
 *
 * <p>Unit: ratio, 0 and above; 0 is a bot that knows. c is the stated confidence, y is 1 for a win (P&L &gt; 0) and else 0.
 *
 * <ul>
 *   <li>no trades: undefined, NONE; none with a stated confidence: undefined, NOT_AVAILABLE
 *   <li>one: its own score, without an interval
 *   <li>all equal, no loss: as always
 * </ul>
 *
 * <p>Conventions: a stated confidence is taken for the chance of a win, which is what the bot would have it mean.
 */
final class Calibration {

    private static final double LEAST = 1e-15;

    private Calibration() {}

    /**
     * Brier score. Formula: mean (c - y)². At most 1; always stating 0.5 gives 0.25. Student's interval.
     *
     * <p>Source: G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, Monthly Weather Review 78 (1950),
     * <a href="https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2">doi:10.1175/1520-0493(1950)078</a>.
     */
    static Result brier(ClosedTrades trades, Conventions conventions) {
        return mean(trades, (c, y) -> (c - y) * (c - y), conventions);
    }

    /**
     * Log loss. Formula: -mean(y·ln c + (1 - y)·ln(1 - c)), c cut to [1e-15, 1 - 1e-15]: to be sure and wrong costs 34.5.
     * Always stating 0.5 gives 0.693. Student's interval.
     *
     * <p>Source: I. J. Good, Rational Decisions, Journal of the Royal Statistical Society B 14 (1952),
     * <a href="https://doi.org/10.1111/j.2517-6161.1952.tb00104.x">doi:10.1111/j.2517-6161.1952.tb00104.x</a>.
     */
    static Result logLoss(ClosedTrades trades, Conventions conventions) {
        return mean(
                trades,
                (c, y) -> {
                    double cut = Math.min(1 - LEAST, Math.max(LEAST, c));
                    return -(y * Math.log(cut) + (1 - y) * Math.log1p(-cut));
                },
                conventions);
    }

    /**
     * Expected calibration error. Formula: Σ over bins of n_b/n · |mean c - share won|, the bins of {@link Reliability}.
     * At most 1. Under 20 trades with a confidence: undefined, TOO_FEW.
     *
     * <p>The interval resamples the trades of each bin and takes out what resampling adds; below 0 it is cut. Even a
     * well calibrated bot has an error above 0 in few trades, so near 0 it covers less than its level.
     *
     * <p>Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning,
     * AAAI 2015, <a href="https://doi.org/10.1609/aaai.v29i1.9602">doi:10.1609/aaai.v29i1.9602</a>.
     */
    static Result error(ClosedTrades trades, Conventions conventions) {
        Reliability table = Reliability.of(trades);
        if (table.trades() == 0) {
            return unstated(trades);
        }
        if (table.bins().isEmpty()) {
            return Result.undefined(
                    table.trades(),
                    Result.Reason.TOO_FEW,
                    table.trades() + " trades with a stated confidence, 20 needed");
        }
        double[] stated =
                table.bins().stream().mapToDouble(Reliability.Bin::stated).toArray();
        double[] won = table.bins().stream().mapToDouble(Reliability.Bin::won).toArray();
        long[] n = table.bins().stream().mapToLong(Reliability.Bin::n).toArray();
        double value = gap(stated, won, n);
        SplittableRandom random = new SplittableRandom(conventions.seed());
        double[] replicates = new double[conventions.resamples()];
        double[] drawn = new double[won.length];
        for (int i = 0; i < replicates.length; i++) {
            for (int bin = 0; bin < won.length; bin++) {
                int wins = 0;
                for (int k = 0; k < n[bin]; k++) {
                    wins += random.nextDouble() < won[bin] ? 1 : 0;
                }
                drawn[bin] = (double) wins / n[bin];
            }
            replicates[i] = gap(stated, drawn, n);
        }
        Arrays.sort(replicates);
        double level = conventions.confidence();
        double low = Math.max(0, 2 * value - Quantile.ofSorted(replicates, (1 + level) / 2));
        double high = Math.max(low, 2 * value - Quantile.ofSorted(replicates, (1 - level) / 2));
        return Result.of(value, table.trades())
                .with(Optional.of(new Interval(low, high, level, "bootstrap, reflected")))
                .with(Replicates.of(replicates, "bootstrap").evidence(value));
    }

    private static double gap(double[] stated, double[] won, long[] n) {
        double sum = 0;
        long all = 0;
        for (int bin = 0; bin < won.length; bin++) {
            sum += n[bin] * Math.abs(stated[bin] - won[bin]);
            all += n[bin];
        }
        return sum / all;
    }

    private static Result mean(ClosedTrades trades, DoubleBinaryOperator score, Conventions conventions) {
        double[] confidence = trades.confidence();
        double[] pnl = trades.pnl();
        double[] scores = new double[pnl.length];
        long[] times = new long[pnl.length];
        int n = 0;
        for (int i = 0; i < pnl.length; i++) {
            if (Double.isFinite(confidence[i])) {
                times[n] = trades.exitMicros()[i];
                scores[n++] = score.applyAsDouble(confidence[i], pnl[i] > 0 ? 1 : 0);
            }
        }
        double[] known = Arrays.copyOf(scores, n);
        List<DayTotal> days = DayTotal.of(trades.period(), Arrays.copyOf(times, n), known);
        return n == 0 ? unstated(trades) : Mean.of(known, days, conventions, "no trades");
    }

    private static Result unstated(ClosedTrades trades) {
        return Result.undefined(
                trades.size(), Result.Reason.NOT_AVAILABLE, "no trade states the confidence it was opened with");
    }
}
