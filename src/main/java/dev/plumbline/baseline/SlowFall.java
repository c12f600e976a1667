package dev.plumbline.baseline;

import dev.plumbline.metric.Spread;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A share that fell some time ago and stayed down, found where a week holds too little to tell. Statistic: the greatest
 * score of two shares, before and since, over all days on which it may have fallen; its p-value is one-sided and pays for
 * that choice, for it is held against the greatest of as many days drawn without any fall (scan statistic; A. N. Pettitt,
 * Applied Statistics 28, 1979). Days that differ, or remember each other, count for less: {@link Spread}.
 *
 * @param start  the likeliest first day of the fall
 * @param before trials before it
 * @param since  trials from it on
 * @param pValue where it is over 1 %, a bound from below
 */
record SlowFall(int start, double shareBefore, long before, double shareSince, long since, double pValue) {

    /** Trials that must lie on either side. */
    static final int LEAST = 20;

    /** Shorter falls are for the week's own test. */
    private static final int SHORTEST = 7;

    private static final int TRIES = 4_000;
    private static final int ENOUGH = 30;
    private static final double MANY = 10;

    /** A score below this is none even of a day that nobody chose: over 1 %, and so no alarm, without drawing anything. */
    private static final double PLAIN = 2.3;

    /** Of the successes and trials of each day; empty where there are too few on either side of any day. */
    static Optional<SlowFall> of(long[] won, long[] trials) {
        Scan scan = new Scan(trials);
        double seen = scan.greatest(won);
        if (scan.best < 0) {
            return Optional.empty();
        }
        int start = scan.best;
        long before = sum(trials, 0, start);
        long since = sum(trials, start, trials.length);
        double wonBefore = sum(won, 0, start);
        double wonSince = sum(won, start, won.length);
        double inflation =
                spread(won, trials, start, wonBefore / before, wonSince / since).inflation();
        double share = (wonBefore + wonSince) / (before + since);
        double score = seen / Math.sqrt(inflation);
        double pValue = score < PLAIN
                ? new NormalDistribution().cumulativeProbability(-score)
                : pValue(scan, trials, share, score);
        return Optional.of(new SlowFall(start, wonBefore / before, before, wonSince / since, since, pValue));
    }

    private static double pValue(Scan scan, long[] trials, double share, double seen) {
        SplittableRandom random = new SplittableRandom(SeriesTest.SEED);
        long[] drawn = new long[trials.length];
        double above = 1;
        double tries = 1;
        while (tries < TRIES && above < ENOUGH) {
            for (int d = 0; d < drawn.length; d++) {
                drawn[d] = binomial(random, trials[d], share);
            }
            above += scan.greatest(drawn) >= seen ? 1 : 0;
            tries++;
        }
        return Math.min(1, above / tries);
    }

    private static long binomial(SplittableRandom random, long n, double p) {
        if (n * p * (1 - p) > MANY) {
            double drawn = n * p + Math.sqrt(n * p * (1 - p)) * random.nextGaussian();
            return Math.max(0, Math.min(n, Math.round(drawn)));
        }
        long k = 0;
        for (long i = 0; i < n; i++) {
            k += random.nextDouble() < p ? 1 : 0;
        }
        return k;
    }

    /** Of the days about the share of their side. */
    private static Spread spread(long[] won, long[] trials, int start, double before, double since) {
        double squares = 0;
        double neighbours = 0;
        double expected = 0;
        double last = 0;
        for (int d = 0; d < won.length; d++) {
            double share = d < start ? before : since;
            double excess = won[d] - trials[d] * share;
            squares += excess * excess;
            neighbours += excess * last;
            expected += trials[d] * share * (1 - share);
            last = excess;
        }
        if (!(squares > 0) || !(expected > 0)) {
            return Spread.UNKNOWN;
        }
        double memory = Math.max(-1, Math.min(1, neighbours / squares));
        return new Spread(squares / expected * won.length / (won.length - 2.0), memory, won.length - 2);
    }

    private static long sum(long[] of, int from, int to) {
        long sum = 0;
        for (int d = from; d < to; d++) {
            sum += of[d];
        }
        return sum;
    }

    /** The days on which a fall may have begun: not in the last week, nor in the earlier half. */
    private static final class Scan {

        private final long[] trials;
        private final long all;
        private int best = -1;

        Scan(long[] trials) {
            this.trials = trials;
            this.all = sum(trials, 0, trials.length);
        }

        /** The greatest score, and its day in {@link #best}. */
        double greatest(long[] won) {
            double share = (double) sum(won, 0, won.length) / all;
            double greatest = Double.NEGATIVE_INFINITY;
            long since = 0;
            long wonSince = 0;
            best = -1;
            for (int d = won.length - 1; d >= won.length / 2; d--) {
                since += trials[d];
                wonSince += won[d];
                long before = all - since;
                if (won.length - d < SHORTEST || since < LEAST || before < LEAST) {
                    continue;
                }
                // the score of two shares, written as how far the later successes fall short of their part
                double error = Math.sqrt(share * (1 - share) * since * before / all);
                double score = error == 0 ? 0 : (share * since - wonSince) / error;
                if (score > greatest) {
                    greatest = score;
                    best = d;
                }
            }
            return greatest;
        }
    }
}
