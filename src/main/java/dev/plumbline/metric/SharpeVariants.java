package dev.plumbline.metric;

import java.util.Optional;

/**
 * The Sharpe ratio, scaled or judged in other ways.
 *
 * <p>Unit: ratio, the sign of the mean excess return.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal: undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: s, the risk-free rate and P as for {@link Sharpe}.
 */
final class SharpeVariants {

    private SharpeVariants() {}

    /**
     * Annualised with the autocorrelation that the returns have.
     *
     * <p>Formula: s · P / √(P + 2 Σ (P - k)·ρ_k), ρ_k the autocorrelation at lag k, k from 1 to ⌊4(n/100)^(2/9)⌋ and under
     * P. Conventions: higher lags are taken for 0, for n returns do not tell P - 1 of them; where the sum is not above 0:
     * undefined, NOT_AVAILABLE.
     *
     * <p>Source: A. W. Lo, The Statistics of Sharpe Ratios, Financial Analysts Journal 58 (2002),
     * <a href="https://doi.org/10.2469/faj.v58.n4.2453">doi:10.2469/faj.v58.n4.2453</a>.
     */
    static Result autocorrelated(double[] returns, double periods, Conventions conventions) {
        Result plain = new Sharpe().apply(returns, periods, conventions);
        if (!(plain instanceof Result.Value value)) {
            return plain;
        }
        int n = returns.length;
        int most =
                (int) Math.min(Math.min(n - 1.0, Math.ceil(periods) - 1), Math.floor(4 * Math.pow(n / 100.0, 2 / 9.0)));
        double[] covariance = BlockLength.covariances(returns, Math.max(0, most));
        double sum = periods;
        for (int k = 1; k <= most; k++) {
            sum += 2 * (periods - k) * covariance[k] / covariance[0];
        }
        if (!(sum > 0)) {
            return Result.undefined(
                    n, Result.Reason.NOT_AVAILABLE, "the returns swing back so much that no yearly deviation follows");
        }
        return Result.of(value.value() * Math.sqrt(periods / sum), n)
                .noting(most == 1 ? "autocorrelation at 1 lag" : "autocorrelation at " + most + " lags");
    }

    /**
     * With an interval that assumes no distribution and keeps what days owe to their neighbours.
     *
     * <p>Formula: mean(r - f) / sd(r) · √P. The interval, from 10 returns on, is of {@link StationaryBootstrap}.
     */
    static Result bootstrapped(double[] returns, double periods, Conventions conventions) {
        Result plain = new Sharpe().apply(returns, periods, conventions);
        if (!(plain instanceof Result.Value value)) {
            return plain;
        }
        double free = conventions.riskFreeEach(periods);
        return StationaryBootstrap.ofDrawn(
                        returns, r -> (r.moments().mean() - free) / r.moments().sd() * Math.sqrt(periods), conventions)
                .around(value.value(), returns.length, returns.length, conventions.confidence());
    }

    /**
     * Less what skewness and far tails are worth to one who fears them.
     *
     * <p>Formula: S·(1 + g₃/6·S - (g₄ - 3)/24·S²), S the geometric Sharpe ratio of a year, g₃ skewness, g₄ plain kurtosis.
     *
     * <p>Source: J. Pézier, A. White, The Relative Merits of Investable Hedge Fund Indices, ICMA Centre 2006, as C. R. Bacon,
     * Practical Portfolio Performance Measurement and Attribution, Wiley 2008, has it.
     */
    static Result adjusted(double[] returns, double periods, Conventions conventions) {
        Result plain = geometric(returns, periods, conventions);
        if (!(plain instanceof Result.Value value)) {
            return plain;
        }
        Moments moments = Moments.of(returns, conventions);
        double s = value.value();
        return Result.of(s * (1 + moments.skewness() / 6 * s - (moments.kurtosis() - 3) / 24 * s * s), returns.length);
    }

    /**
     * With the compound return above the fraction.
     *
     * <p>Formula: (Π(1 + r - f)^(P/n) - 1) / (sd(r)·√P). Under 30 days: undefined, TOO_SHORT.
     */
    static Result geometric(double[] returns, double periods, Conventions conventions) {
        Result plain = new Sharpe().apply(returns, periods, conventions);
        Optional<Result> tooShort = Compounded.tooShort(returns.length, periods, conventions);
        if (!(plain instanceof Result.Value) || tooShort.isPresent()) {
            return tooShort.orElse(plain);
        }
        double free = conventions.riskFreeEach(periods);
        double deviation = Moments.of(returns, conventions).sd() * Math.sqrt(periods);
        return Result.of(Compounded.annual(returns, -free, periods) / deviation, returns.length);
    }
}
