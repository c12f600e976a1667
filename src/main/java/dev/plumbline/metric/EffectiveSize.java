package dev.plumbline.metric;

/**
 * How many independent observations the readings of several series are worth together.
 *
 * <p>Formula: Σ over series of n·(1 - ρ)/(1 + ρ), between 1 and n each, ρ the lag-1 autocorrelation of the series about
 * its own mean; a series that never changes is worth 1.
 *
 * <p>Source: G. V. Bayley, J. M. Hammersley, The Effective Number of Independent Observations in an Autocorrelated Time
 * Series, Supplement to the JRSS 8 (1946), <a href="https://doi.org/10.2307/2983560">doi:10.2307/2983560</a>, for a
 * first-order autoregression.
 */
final class EffectiveSize {

    private EffectiveSize() {}

    /** @param series which series a value belongs to, numbered from 0; values of a series are in time order */
    static double of(double[] x, int[] series) {
        int most = 0;
        for (int s : series) {
            most = Math.max(most, s + 1);
        }
        int[] n = new int[most];
        double[] mean = new double[most];
        for (int i = 0; i < x.length; i++) {
            n[series[i]]++;
            mean[series[i]] += (x[i] - mean[series[i]]) / n[series[i]];
        }
        double[] last = new double[most];
        boolean[] seen = new boolean[most];
        double[] own = new double[most];
        double[] cross = new double[most];
        for (int i = 0; i < x.length; i++) {
            int s = series[i];
            double d = x[i] - mean[s];
            own[s] += d * d;
            cross[s] += seen[s] ? d * last[s] : 0;
            last[s] = d;
            seen[s] = true;
        }
        double sum = 0;
        for (int s = 0; s < most; s++) {
            boolean flat = Moments.isZero(Math.sqrt(own[s] / Math.max(1, n[s])), mean[s]);
            double rho = flat ? 1 : cross[s] / own[s];
            sum += n[s] == 0 ? 0 : Math.min(n[s], Math.max(1, n[s] * (1 - rho) / (1 + rho)));
        }
        return sum;
    }
}
