package dev.plumbline.metric;

/**
 * A number that follows from whole days, so that days can be drawn again, or exchanged between two periods, to see how far
 * chance moves it. Not a number where the days do not have one.
 */
public enum Statistic {
    /** Σa / Σb: profit factor, average win. */
    RATIO(2, true) {
        @Override
        public double of(double[] days, int from, int to) {
            double a = 0;
            double b = 0;
            for (int i = from; i < to; i++) {
                a += days[2 * i];
                b += days[2 * i + 1];
            }
            return a / b;
        }
    },
    /** (Σa / Σb) / (Σc / Σd): payoff ratio. */
    RATIO_OF_RATIOS(4, true) {
        @Override
        public double of(double[] days, int from, int to) {
            double[] sum = new double[4];
            for (int i = 4 * from; i < 4 * to; i++) {
                sum[i & 3] += days[i];
            }
            return sum[0] / sum[1] / (sum[2] / sum[3]);
        }
    },
    /** Mean over sample deviation. */
    SHARPE(1, false) {
        @Override
        public double of(double[] days, int from, int to) {
            double mean = mean(days, from, to);
            return mean / deviation(days, from, to, mean);
        }
    },
    /** Mean over the root mean square of what is below 0. */
    SORTINO(1, false) {
        @Override
        public double of(double[] days, int from, int to) {
            return mean(days, from, to) / DOWNSIDE.of(days, from, to);
        }
    },
    /** Root mean square of what is below 0. */
    DOWNSIDE(1, true) {
        @Override
        public double of(double[] days, int from, int to) {
            double squares = 0;
            for (int i = from; i < to; i++) {
                squares += days[i] < 0 ? days[i] * days[i] : 0;
            }
            return Math.sqrt(squares / (to - from));
        }
    },
    /** Sample deviation. */
    DEVIATION(1, true) {
        @Override
        public double of(double[] days, int from, int to) {
            return deviation(days, from, to, mean(days, from, to));
        }
    },
    /**
     * The deepest fall from a peak. A day is four multiples of the value before it: its end, its highest and its lowest
     * value, and its own deepest fall.
     */
    DRAWDOWN(4, true) {
        @Override
        public double of(double[] days, int from, int to) {
            double value = 1;
            double peak = 1;
            double deepest = 0;
            for (int i = 4 * from; i < 4 * to; i += 4) {
                deepest = Math.max(deepest, Math.max(days[i + 3], 1 - value * days[i + 2] / peak));
                peak = Math.max(peak, value * days[i + 1]);
                value *= days[i];
            }
            return deepest;
        }
    };

    private final int width;
    private final boolean positive;

    Statistic(int width, boolean positive) {
        this.width = width;
        this.positive = positive;
    }

    /** Of the days from {@code from} to before {@code to}, {@link #width} numbers each. */
    public abstract double of(double[] days, int from, int to);

    /** Numbers a day. */
    public int width() {
        return width;
    }

    /** Whether it is never below 0, so that doubling weighs as much as halving. */
    public boolean isPositive() {
        return positive;
    }

    /** Whether it grows with the length of the period, so that only periods as long can be compared. */
    public boolean growsWithTime() {
        return this == DRAWDOWN;
    }

    private static double mean(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i];
        }
        return sum / (to - from);
    }

    private static double deviation(double[] x, int from, int to, double mean) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(squares / (to - from - 1));
    }
}
