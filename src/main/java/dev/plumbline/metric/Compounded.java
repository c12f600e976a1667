package dev.plumbline.metric;

/** What returns bring a year when each is left standing. */
final class Compounded {

    private Compounded() {}

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
