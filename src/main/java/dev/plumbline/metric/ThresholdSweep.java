package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a higher confidence threshold would have kept: one row a threshold, and whether raising it would have paid on trades
 * that the choice had not seen.
 *
 * <p>The threshold chosen is the one that keeps the largest Σ P&L. The best of many thresholds looks good by luck alone, so
 * its gain is also held against what the best of as many thresholds gains when the confidences are dealt out at random among
 * the trades: {@code p} = (1 + times at least as good) / (1 + deals). A change is advised only where both agree. A threshold
 * below the one in force cannot be judged: what was not traded has no outcome.
 *
 * <p>Source: the deal is the permutation test of Timothy Masters, Permutation and Randomization Tests for Trading System
 * Development, 2020.
 *
 * @param rows    ascending thresholds; the first keeps every trade
 * @param best    the threshold that kept most over all trades; 0 where {@code rows} is empty
 * @param p       chance of such a gain where confidence says nothing
 * @param forward judged out of sample
 * @param advice  what follows from both
 * @param because why
 */
public record ThresholdSweep(
        List<Row> rows, double best, double p, WalkForward forward, WalkForward.Advice advice, String because) {

    private static final double STEP = 0.025;
    private static final int DEALS = 999;
    private static final double CHANCE = 0.05;

    /**
     * One threshold.
     *
     * @param kept  trades with at least this confidence
     * @param net   Σ P&L of those kept
     * @param left  Σ P&L of those left out
     */
    public record Row(double threshold, ClosedTrades kept, double net, double left) {}

    public ThresholdSweep {
        rows = List.copyOf(rows);
    }

    /** Trades without a stated confidence are left aside. */
    public static ThresholdSweep of(ClosedTrades all, Conventions conventions) {
        ClosedTrades trades = pick(
                all,
                IntStream.range(0, all.size())
                        .filter(i -> Double.isFinite(all.confidence()[i]) && Double.isFinite(all.pnl()[i]))
                        .toArray());
        double[] thresholds = thresholds(trades.confidence());
        WalkForward forward = WalkForward.of(trades, (from, to) -> leftOut(trades, thresholds, from, to), conventions);
        if (thresholds.length < 2) {
            String why = trades.size() == 0
                    ? "no trade states its confidence"
                    : "all " + trades.size() + " trades state about the same confidence";
            return new ThresholdSweep(List.of(), 0, 1, forward, WalkForward.Advice.CANNOT_TELL, why);
        }
        List<Row> rows = new ArrayList<>();
        for (double threshold : thresholds) {
            ClosedTrades kept = pick(
                    trades,
                    IntStream.range(0, trades.size())
                            .filter(i -> trades.confidence()[i] >= threshold)
                            .toArray());
            double net = Arrays.stream(kept.pnl()).sum();
            rows.add(new Row(threshold, kept, net, Arrays.stream(trades.pnl()).sum() - net));
        }
        double best = thresholds[best(trades.confidence(), trades.pnl(), thresholds, trades.size())];
        double p = best == thresholds[0] ? 1 : chance(trades, thresholds, conventions);
        return advised(rows, best, p, forward);
    }

    private static ThresholdSweep advised(List<Row> rows, double best, double p, WalkForward forward) {
        int tried = rows.size();
        if (forward.advice() == WalkForward.Advice.CHANGE && p > CHANCE) {
            return new ThresholdSweep(
                    rows,
                    best,
                    p,
                    forward,
                    WalkForward.Advice.CANNOT_TELL,
                    String.format(
                            Locale.ROOT,
                            "%s; but the best of %d thresholds gains as much by chance (p = %.2f)",
                            forward.because(),
                            tried,
                            p));
        }
        String chance = String.format(Locale.ROOT, "; best of %d thresholds, p = %.3f", tried, p);
        return new ThresholdSweep(
                rows,
                best,
                p,
                forward,
                forward.advice(),
                forward.because() + (forward.advice() == WalkForward.Advice.CHANGE ? chance : ""));
    }

    /** Multiples of {@value #STEP} from the one below the least confidence to the greatest confidence. */
    private static double[] thresholds(double[] confidence) {
        double least = Arrays.stream(confidence).min().orElse(0);
        double most = Arrays.stream(confidence).max().orElse(0);
        // confidences such as 0.7 are a hair off the grid
        long first = (long) Math.floor(least / STEP + 1e-9);
        long last = (long) Math.floor(most / STEP + 1e-9);
        return IntStream.rangeClosed(0, (int) (last - first))
                .mapToDouble(i -> Math.round((first + i) * STEP * 1e9) / 1e9)
                .toArray();
    }

    private static BitSet leftOut(ClosedTrades trades, double[] thresholds, int from, int to) {
        double chosen = thresholds.length == 0
                ? Double.NEGATIVE_INFINITY
                : thresholds[best(trades.confidence(), trades.pnl(), thresholds, from)];
        BitSet left = new BitSet(to);
        for (int i = from; i < to; i++) {
            left.set(i, trades.confidence()[i] < chosen);
        }
        return left;
    }

    /** The place of the threshold that keeps most of the first n trades' P&L; the lowest of equals. */
    private static int best(double[] confidence, double[] pnl, double[] thresholds, int n) {
        double[] at = new double[thresholds.length];
        for (int i = 0; i < n; i++) {
            int highest = Arrays.binarySearch(thresholds, confidence[i]);
            at[highest >= 0 ? highest : Math.max(0, -highest - 2)] += pnl[i];
        }
        int best = 0;
        double kept = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = thresholds.length - 1; k >= 0; k--) {
            kept += at[k];
            if (kept >= most) {
                most = kept;
                best = k;
            }
        }
        return best;
    }

    private static double chance(ClosedTrades trades, double[] thresholds, Conventions conventions) {
        double[] pnl = trades.pnl();
        double seen = gain(trades.confidence(), pnl, thresholds);
        double[] dealt = trades.confidence();
        SplittableRandom random = new SplittableRandom(conventions.seed());
        int asGood = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            for (int i = dealt.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double held = dealt[i];
                dealt[i] = dealt[other];
                dealt[other] = held;
            }
            asGood += gain(dealt, pnl, thresholds) >= seen - 1e-9 * Math.abs(seen) ? 1 : 0;
        }
        return (1.0 + asGood) / (1.0 + DEALS);
    }

    /** Σ P&L that the best threshold keeps, more than keeping all. */
    private static double gain(double[] confidence, double[] pnl, double[] thresholds) {
        double chosen = thresholds[best(confidence, pnl, thresholds, pnl.length)];
        double left = 0;
        for (int i = 0; i < pnl.length; i++) {
            left += confidence[i] < chosen ? pnl[i] : 0;
        }
        return -left;
    }

    static ClosedTrades pick(ClosedTrades trades, int[] kept) {
        return new ClosedTrades(
                IntStream.of(kept).mapToLong(i -> trades.exitMicros()[i]).toArray(),
                IntStream.of(kept).mapToLong(i -> trades.entryMicros()[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> trades.pnl()[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> trades.confidence()[i]).toArray(),
                trades.basis(),
                trades.currency(),
                trades.period(),
                trades.zone());
    }
}
