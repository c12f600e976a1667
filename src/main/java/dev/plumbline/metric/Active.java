package dev.plumbline.metric;

/**
 * What an account returned above a benchmark.
 *
 * <ul>
 *   <li>none in common: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal differences: the ratio is undefined, ALL_EQUAL, the deviation 0
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: simple returns over the common part; P from {@link Spacing}; growth of a year is compounded, and of
 * less than 30 days undefined, TOO_SHORT.
 *
 * <p>Source: R. C. Grinold, R. N. Kahn, Active Portfolio Management, McGraw-Hill 2000.
 */
final class Active {

    private Active() {}

    /** Formula: Π(1 + r)^(P/n) - Π(1 + b)^(P/n). Unit: share a year. One peer divides this by the tracking error. */
    static Result growth(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return Compounded.tooShort(returns.length, periods, conventions)
                .orElseGet(() -> Regression.finite(
                        Compounded.annual(returns, 0, periods) - Compounded.annual(benchmark, 0, periods),
                        returns.length));
    }

    /** Formula: sd(r - b)·√P. Unit: share a year, 0 and above. */
    static Result deviation(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return new Volatility().apply(less(returns, benchmark), periods, conventions);
    }

    /**
     * Formula: mean(r - b) / sd(r - b)·√P. Unit: ratio, the sign of the mean difference; interval by {@link SharpeError}.
     */
    static Result ratio(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return new Sharpe().apply(less(returns, benchmark), periods, conventions.withRiskFree(0));
    }

    /**
     * What the account would have returned at the benchmark's deviation. Formula: F + (R - F)·sd(b)/sd(r), R and F the
     * compound returns of a year. Unit: share a year.
     *
     * <p>Source: F. Modigliani, L. Modigliani, Risk-Adjusted Performance, Journal of Portfolio Management 23 (1997),
     * <a href="https://doi.org/10.3905/jpm.23.2.45">doi:10.3905/jpm.23.2.45</a>.
     */
    static Result atTheirRisk(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        Moments moments = Moments.of(returns, conventions);
        if (returns.length == 1 || moments.allEqual()) {
            return new Sharpe().apply(returns, periods, conventions);
        }
        if (Compounded.tooShort(returns.length, periods, conventions).isPresent()) {
            return Compounded.tooShort(returns.length, periods, conventions).get();
        }
        double free = conventions.riskFree();
        double excess = Compounded.annual(returns, 0, periods) - free;
        return Regression.finite(free + excess * Moments.of(benchmark).sd() / moments.sd(), returns.length);
    }

    private static double[] less(double[] returns, double[] benchmark) {
        double[] active = new double[returns.length];
        for (int i = 0; i < active.length; i++) {
            active[i] = returns[i] - benchmark[i];
        }
        return active;
    }
}
