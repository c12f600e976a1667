package dev.plumbline.metric;

/**
 * Moments of a series, two-pass.
 *
 * @param sd       sample deviation, divisor n - 1; 0 for one value
 * @param skewness m3/m2^1.5, 0 where all are equal
 * @param kurtosis m4/m2², plain and not excess (3 for a normal); 3 where all are equal
 */
record Moments(int n, double mean, double sd, double skewness, double kurtosis) {

    static Moments of(double[] x) {
        int n = x.length;
        if (n == 0) {
            throw new IllegalArgumentException("moments of nothing: at least one number is needed");
        }
        double mean = mean(x);
        double two = 0;
        double three = 0;
        double four = 0;
        for (double value : x) {
            double d = value - mean;
            double square = d * d;
            two += square;
            three += square * d;
            four += square * square;
        }
        double variance = two / n;
        double sd = n == 1 ? 0 : Math.sqrt(two / (n - 1));
        boolean flat = isZero(sd, mean);
        return new Moments(
                n,
                mean,
                sd,
                flat ? 0 : three / n / (variance * Math.sqrt(variance)),
                flat ? 3 : four / n / (variance * variance));
    }

    /** The same, computed once where metrics share. */
    static Moments of(double[] x, Conventions conventions) {
        return Drawn.of(x, conventions).moments();
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** Whether the deviation is only what rounding leaves of none: sd ≤ 1e-12 · (1 + |mean|). */
    boolean allEqual() {
        return isZero(sd, mean);
    }

    static boolean isZero(double deviation, double mean) {
        return deviation <= 1e-12 * (1 + Math.abs(mean));
    }
}
