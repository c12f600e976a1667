package dev.plumbline.metric;

import dev.plumbline.model.Period;

/** A period cut into stretches of 24 hours from its start; a rest of under half a day belongs to the last one. */
record DayBlocks(long from, int days) {

    private static final double DAY = 86_400e6;

    static DayBlocks of(Period period) {
        return new DayBlocks(period.fromMicros(), (int) Math.max(1, Math.round(period.days())));
    }

    int of(long micros) {
        return (int) Math.max(0, Math.min(days - 1.0, Math.floor((micros - from) / DAY)));
    }

    /** How many of the times each day has. */
    double[] counts(long[] micros) {
        double[] counts = new double[days];
        for (long time : micros) {
            counts[of(time)]++;
        }
        return counts;
    }

    /** The sum of the values on each day. */
    double[] sums(long[] micros, double[] values) {
        double[] sums = new double[days];
        for (int i = 0; i < micros.length; i++) {
            sums[of(micros[i])] += values[i];
        }
        return sums;
    }

    /** Of events that come at a steady rate. */
    static Spread ofCounts(double[] counts) {
        double all = 0;
        for (double count : counts) {
            all += count;
        }
        double[] excess = new double[counts.length];
        for (int d = 0; d < counts.length; d++) {
            excess[d] = counts[d] - all / counts.length;
        }
        return Spread.of(excess, all);
    }

    /** Of shares: how many of the trials of each day succeeded. */
    static Spread ofShares(double[] successes, double[] trials) {
        return ofMeans(successes, trials, Double.NaN);
    }

    /**
     * Of means.
     *
     * @param variance of one independent observation; NaN for that of a share
     */
    static Spread ofMeans(double[] sums, double[] numbers, double variance) {
        double sum = 0;
        double n = 0;
        for (int d = 0; d < sums.length; d++) {
            sum += sums[d];
            n += numbers[d];
        }
        double mean = n == 0 ? 0 : sum / n;
        double[] excess = new double[sums.length];
        for (int d = 0; d < sums.length; d++) {
            excess[d] = sums[d] - numbers[d] * mean;
        }
        return Spread.of(excess, n * (Double.isNaN(variance) ? mean * (1 - mean) : variance));
    }
}
