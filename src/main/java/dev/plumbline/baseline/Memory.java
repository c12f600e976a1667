package dev.plumbline.baseline;

import dev.plumbline.metric.Statistic;

/**
 * How much less days that remember the day before are worth: (1 + ρ)/(1 - ρ), ρ the correlation of neighbours of what each
 * day adds to the statistic. In few days ρ seems smaller than it is, since two means are taken out of them; that is put
 * right by E[ρ̂] ≈ ((n - 2)ρ - 2V)/(n - 2V), V = (1 + ρ)/(1 - ρ) (after F. H. C. Marriott, J. A. Pope, Biometrika 41, 1954).
 */
final class Memory {

    /** Under this, times 1/√days, it is taken for none. */
    private static final double LEAST = 0.6;

    private static final double STRONGEST = 0.7;
    private static final double WEAKEST = -0.5;
    private static final int ROUNDS = 8;

    private Memory() {}

    /** What the variance of the difference must be multiplied by; 1 where days do not remember. */
    static double inflation(Statistic statistic, double[] days, int then) {
        int n = days.length / statistic.width();
        double[] share = new double[n];
        fill(share, statistic, days, 0, then);
        fill(share, statistic, days, then, n);
        double squares = 0;
        double neighbours = 0;
        for (int i = 0; i < n; i++) {
            squares += share[i] * share[i];
            neighbours += i == 0 || i == then ? 0 : share[i] * share[i - 1];
        }
        if (!(squares > 0)) {
            return 1;
        }
        double memory = unbiased(neighbours / squares, n);
        return memory > LEAST / Math.sqrt(n) ? (1 + memory) / (1 - memory) : 1;
    }

    private static double unbiased(double seen, int n) {
        double memory = seen;
        for (int i = 0; i < ROUNDS; i++) {
            double worth = (1 + memory) / (1 - memory);
            memory = Math.max(WEAKEST, Math.min(STRONGEST, (seen * (n - 2 * worth) + 2 * worth) / (n - 2)));
        }
        return memory;
    }

    /** What each day of a period adds to the statistic, less the mean of the period. */
    private static void fill(double[] share, Statistic statistic, double[] days, int from, int to) {
        int width = statistic.width();
        double[] sum = new double[width];
        for (int i = from * width; i < to * width; i++) {
            sum[i % width] += days[i];
        }
        double mean = sum[0] / (to - from);
        double total = 0;
        for (int i = from; i < to; i++) {
            double first = days[i * width];
            share[i] = switch (statistic) {
                case DEVIATION -> (first - mean) * (first - mean);
                case DOWNSIDE -> Math.pow(Math.min(0, first), 2);
                case RATIO -> first / sum[0] - days[2 * i + 1] / sum[1];
                case RATIO_OF_RATIOS ->
                    first / sum[0] - days[4 * i + 1] / sum[1] - days[4 * i + 2] / sum[2] + days[4 * i + 3] / sum[3];
                default -> first;
            };
            total += share[i];
        }
        for (int i = from; i < to; i++) {
            share[i] -= total / (to - from);
        }
    }
}
