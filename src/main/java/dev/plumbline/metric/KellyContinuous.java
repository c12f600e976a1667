package dev.plumbline.metric;

import dev.plumbline.model.Returns;

/**
 * How many times the capital would grow fastest if returns were normal and as these: an upper bound, not an advice.
 *
 * <p>Formula: mean(r) / sd(r)², sample deviation.
 *
 * <p>Unit: ratio, the sign of the mean; 2 is twice the capital.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal: undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: full; one peer halves it by default. For trades see {@link Kelly}. Source: E. O. Thorp, The Kelly Criterion
 * in Blackjack, Sports Betting and the Stock Market, Handbook of Asset and Liability Management 1 (2006),
 * <a href="https://doi.org/10.1016/B978-044453248-0.50015-0">doi:10.1016/B978-044453248-0.50015-0</a>.
 */
final class KellyContinuous implements Formula<Returns> {

    @Override
    public Result apply(Returns returns, Conventions conventions) {
        int n = returns.size();
        Moments moments = Moments.of(returns.value(), conventions);
        if (n < 2) {
            return Result.undefined(n, Result.Reason.ONE, "1 return, 2 needed");
        }
        if (moments.allEqual()) {
            return Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " returns are equal");
        }
        double full = moments.mean() / (moments.sd() * moments.sd());
        return Result.of(conventions.peer() == Peer.PERFORMANCEANALYTICS ? full / 2 : full, n);
    }
}
