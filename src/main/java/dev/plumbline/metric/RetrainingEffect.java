package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.RetrainingRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What trades were like after successful retrainings, against those before.
 *
 * <p>For each run the last k trades that were closed before it and the first k that were opened after it (closed, where the
 * source does not say when they were opened). The difference is the mean over runs of after - before; a run with fewer
 * than k trades on a side, or whose trades another run has taken, is left out. Chance is told by swapping before and after
 * among the 2k trades of each run: p is the share of swaps that differ at least as much, (count + 1) / (swaps + 1). The
 * interval resamples the trades of each side.
 *
 * @param runs       runs that had k trades on each side
 * @param left       successful runs that had not
 * @param winRate    in shares
 * @param expectancy in the unit of the trades' P&L
 */
public record RetrainingEffect(int runs, int left, Difference winRate, Difference expectancy) {

    /**
     * After less before.
     *
     * @param result undefined where no run had enough trades
     * @param p      the chance of such a difference where retraining changes nothing; 1 where undefined
     */
    public record Difference(Result result, double p) {}

    /** @throws IllegalArgumentException when {@code k} is under 1 */
    public static RetrainingEffect of(ClosedTrades trades, RetrainingRuns runs, int k, Conventions conventions) {
        if (k < 1) {
            throw new IllegalArgumentException("trades on each side: found " + k + ", at least 1 was expected");
        }
        List<double[]> pairs = new ArrayList<>();
        int left = 0;
        int taken = 0;
        for (int run = 0; run < runs.size(); run++) {
            if (!runs.status()[run].equals("success")) {
                continue;
            }
            long at = runs.micros()[run];
            int before = first(trades.exitMicros(), at);
            int[] after = IntStream.range(before, trades.size())
                    .filter(i -> trades.entryMicros()[i] == ClosedTrades.UNKNOWN_TIME || trades.entryMicros()[i] >= at)
                    .limit(k)
                    .toArray();
            if (before - k < taken || after.length < k) {
                left++;
                continue;
            }
            double[] both = new double[2 * k];
            for (int i = 0; i < k; i++) {
                both[i] = trades.pnl()[before - k + i];
                both[k + i] = trades.pnl()[after[i]];
            }
            pairs.add(both);
            taken = after[k - 1] + 1;
        }
        return new RetrainingEffect(
                pairs.size(),
                left,
                difference(pairs, k, pnl -> pnl > 0 ? 1 : 0, conventions),
                difference(pairs, k, pnl -> pnl, conventions));
    }

    /** The first trade that was closed at that instant or later. */
    private static int first(long[] exits, long at) {
        int i = 0;
        while (i < exits.length && exits[i] < at) {
            i++;
        }
        return i;
    }

    private static Difference difference(
            List<double[]> pairs, int k, DoubleUnaryOperator score, Conventions conventions) {
        if (pairs.isEmpty()) {
            return new Difference(
                    Result.undefined(
                            0, Result.Reason.TOO_FEW, "no successful run with " + k + " trades before and after it"),
                    1);
        }
        double[][] scores = pairs.stream()
                .map(pnl -> Arrays.stream(pnl).map(score).toArray())
                .toArray(double[][]::new);
        double value = mean(scores, k);
        SplittableRandom random = new SplittableRandom(conventions.seed());
        double[] replicates = new double[conventions.resamples()];
        int asFar = 0;
        for (int i = 0; i < replicates.length; i++) {
            replicates[i] = mean(drawn(scores, k, random), k);
            asFar += Math.abs(mean(shuffled(scores, random), k)) >= Math.abs(value) - 1e-12 ? 1 : 0;
        }
        long n = 2L * k * scores.length;
        return new Difference(
                Replicates.of(replicates, "bootstrap").around(value, n, n, conventions.confidence()),
                (asFar + 1.0) / (replicates.length + 1.0));
    }

    private static double mean(double[][] scores, int k) {
        double sum = 0;
        for (double[] both : scores) {
            for (int i = 0; i < k; i++) {
                sum += both[k + i] - both[i];
            }
        }
        return sum / k / scores.length;
    }

    private static double[][] drawn(double[][] scores, int k, SplittableRandom random) {
        return Arrays.stream(scores)
                .map(both -> IntStream.range(0, 2 * k)
                        .mapToDouble(i -> both[(i < k ? 0 : k) + random.nextInt(k)])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] shuffled(double[][] scores, SplittableRandom random) {
        double[][] mixed = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        for (double[] both : mixed) {
            for (int i = both.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double held = both[i];
                both[i] = both[other];
                both[other] = held;
            }
        }
        return mixed;
    }
}
