package dev.plumbline.metric;

/**
 * The mean block length that the stationary bootstrap should have for a series, between 1 and min(3√n, n/3).
 *
 * <p>Formula: (2 G²/D · n)^(1/3), D = 2 (Σ λ(k/M) R(k))², G = Σ λ(k/M) |k| R(k), λ the flat-top window, R the
 * autocovariance, M twice the lag after which K = max(5, √log₁₀n) autocorrelations in a row are within 2√(log₁₀n/n).
 *
 * <p>Source: D. N. Politis, H. White, Automatic Block-Length Selection for the Dependent Bootstrap, Econometric Reviews
 * 23 (2004), <a href="https://doi.org/10.1081/ETC-120028836">doi:10.1081/ETC-120028836</a>, with D as corrected by
 * A. Patton, D. N. Politis, H. White (2009),
 * <a href="https://doi.org/10.1080/07474930802459016">doi:10.1080/07474930802459016</a>.
 */
final class BlockLength {

    private BlockLength() {}

    static double of(double[] x) {
        int n = x.length;
        if (n < 4 || Moments.of(x).allEqual()) {
            return 1;
        }
        int run = (int) Math.max(5, Math.ceil(Math.sqrt(Math.log10(n))));
        int longest = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + run);
        double[] covariance = covariances(x, longest);
        int lags = Math.min(longest, 2 * Math.max(1, lastLag(covariance, n, run)));
        double g = 0;
        double d = covariance[0];
        for (int k = 1; k <= lags; k++) {
            double t = (double) k / lags;
            double window = t <= 0.5 ? 1 : 2 * (1 - t);
            g += 2 * window * k * covariance[k];
            d += 2 * window * covariance[k];
        }
        double length = Math.cbrt(2 * g * g / (2 * d * d) * n);
        double most = Math.max(1, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0)));
        return Double.isFinite(length) ? Math.min(most, Math.max(1, length)) : 1;
    }

    /** The smallest lag that is followed by {@code run} insignificant ones; else the last significant one. */
    private static int lastLag(double[] covariance, int n, int run) {
        double critical = 2 * Math.sqrt(Math.log10(n) / n) * covariance[0];
        int last = 0;
        for (int k = 1; k < covariance.length; k++) {
            if (Math.abs(covariance[k]) >= critical) {
                last = k;
            } else if (k - last >= run) {
                return last;
            }
        }
        return last;
    }

    static double[] covariances(double[] x, int longest) {
        double mean = Moments.mean(x);
        double[] covariance = new double[longest + 1];
        for (int k = 0; k <= longest; k++) {
            double sum = 0;
            for (int i = k; i < x.length; i++) {
                sum += (x[i] - mean) * (x[i - k] - mean);
            }
            covariance[k] = sum / x.length;
        }
        return covariance;
    }
}
