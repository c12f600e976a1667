package dev.plumbline.metric;

import java.util.Optional;

/** What returns bring a year when each is left standing. */
final class Compounded {

    /** A month of days ends one day short of a month. */
    private static final double SLACK = 0.99;

    private Compounded() {}

    /** What is undefined as a yearly growth is, because the returns span under 30 days and nobody forced it. */
    static Optional<Result> tooShort(int n, double periods, Conventions conventions) {
        double days = 365 * n / periods;
        return days < SLACK * conventions.leastDays()
                ? Optional.of(Result.undefined(
                        n,
                        Result.Reason.TOO_SHORT,
                        Unit.COUNT.format(Math.round(days * 10) / 10.0) + " days of returns, "
                                + Unit.COUNT.format(conventions.leastDays()) + " needed"))
                : Optional.empty();
    }

    /** Π(1 + r + each)^(P/n) - 1; infinite where the power is. */
    static double annual(double[] returns, double each, double periods) {
        return Math.pow(1 + total(returns, each), periods / returns.length) - 1;
    }

    /** Π(1 + r + each) - 1. */
    static double total(double[] returns, double each) {
        double value = 1;
        for (double r : returns) {
            value *= 1 + r + each;
        }
        return value - 1;
    }
}
