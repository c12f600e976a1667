package dev.plumbline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether numbers look like what they are said to be: prices are no returns, and 5 is no 5 %. */
final class ValueChecks {

    /** As many, evenly spread, tell what all look like. */
    private static final int SAMPLE = 20_001;

    private static final double SUSPICIOUS = 0.2;
    private static final double IMPOSSIBLE = 100;
    private static final int ENOUGH = 10;

    private final int n;
    private final double median;
    private final double positive;
    private final double negative;

    private ValueChecks(int n, double median, double positive, double negative) {
        this.n = n;
        this.median = median;
        this.positive = positive;
        this.negative = negative;
    }

    static ValueChecks of(double[] all) {
        int step = Math.max(1, all.length / SAMPLE);
        double[] some = new double[(all.length + step - 1) / step];
        int above = 0;
        int below = 0;
        int n = 0;
        for (int i = 0; i < all.length; i += step) {
            if (Double.isFinite(all[i])) {
                some[n++] = Math.abs(all[i]);
                above += all[i] > 0 ? 1 : 0;
                below += all[i] < 0 ? 1 : 0;
            }
        }
        double[] sorted = Arrays.copyOf(some, n);
        Arrays.sort(sorted);
        double median = n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new ValueChecks(n, median, n == 0 ? 0 : (double) above / n, n == 0 ? 0 : (double) below / n);
    }

    /** Whether these are prices or account values. */
    boolean areLevels() {
        return n > 0 && positive == 1 && median > SUSPICIOUS;
    }

    /** Why these are no returns; empty where they may be. */
    Optional<String> noReturns() {
        boolean levels = areLevels() && (n >= ENOUGH || median > 2);
        return levels || median >= IMPOSSIBLE
                ? Optional.of("median |value| is " + number(median) + "; did you mean --kind equity?")
                : Optional.empty();
    }

    /** What is odd about them as returns; empty where nothing is. */
    Optional<String> oddReturns() {
        if (median > SUSPICIOUS) {
            return Optional.of("median |value| is " + number(median)
                    + ": these look like per cent, and are read as fractions (0.05 is 5 %); divide them by 100");
        }
        return n >= 2 * ENOUGH && positive == 1 && median > SUSPICIOUS / 10
                ? Optional.of("every value is above 0, with a median of " + number(median)
                        + ": if these are prices, say --kind equity")
                : Optional.empty();
    }

    /** What is odd about them as account values. */
    Optional<String> oddEquity() {
        return negative > SUSPICIOUS && (median < 1 || positive == 0)
                ? Optional.of(Math.round(100 * negative) + " % of the values are below 0: did you mean --kind returns?")
                : Optional.empty();
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, x >= 100 ? "%,.0f" : "%.3g", x);
    }
}
