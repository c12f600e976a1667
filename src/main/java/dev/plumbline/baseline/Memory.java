package dev.plumbline.baseline;

import dev.plumbline.metric.Neighbours;
import dev.plumbline.metric.Statistic;

/**
 * How much less days that remember the day before are worth: (1 + ρ)/(1 - ρ), ρ the correlation of neighbours of what each
 * day adds to the statistic, {@link Neighbours put right} for few days.
 */
final class Memory {

    /** Under this, times 1/√days, it is taken for none. */
    private static final double LEAST = 0.6;

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
        double memory = Neighbours.correlation(neighbours / squares, n);
        return memory > LEAST / Math.sqrt(n) ? Neighbours.worth(memory) : 1;
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
