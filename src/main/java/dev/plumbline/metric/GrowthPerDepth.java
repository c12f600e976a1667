package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;
import java.util.function.ToDoubleFunction;

/**
 * What an account grew for each unit that it was below its peak.
 *
 * <p>Unit: ratio, the sign of the growth.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one point and none before: undefined, ONE
 *   <li>all equal, no loss: undefined, NO_DRAWDOWN
 *   <li>under 30 days, where the yearly growth is asked for: undefined, TOO_SHORT; a point that is not above 0:
 *       undefined, NOT_POSITIVE
 * </ul>
 *
 * <p>Conventions: CAGR by {@link Growth}, drawdowns of every equity point. No interval: one deepest fall is no sample.
 */
final class GrowthPerDepth {

    private static final double TEN_PER_CENT = 0.1;

    private GrowthPerDepth() {}

    /** Formula: CAGR / ulcer index. Source: P. G. Martin, B. B. McCann, The Investor's Guide to Fidelity Funds (1989). */
    static Result martin(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return yearly(curve, equity, conventions, c -> Drawdowns.ulcer(c.value()));
    }

    /** Formula: CAGR / pain index. Source: T. Becker, Zephyr Associates 2006. */
    static Result pain(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return yearly(curve, equity, conventions, c -> Drawdowns.pain(c.value()));
    }

    /**
     * Formula: CAGR / √(Σ depth²), depth of each stay below a peak. Conventions: three definitions are in use; this is with
     * every stay, not annualised further. Source: G. Burke, A Sharper Sharpe Ratio, Futures 23 (1994).
     */
    static Result burke(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return yearly(curve, equity, conventions, c -> Math.sqrt(DepthAverages.squares(c, conventions)));
    }

    /**
     * Formula: CAGR / (maximum drawdown + 0.1). Conventions: its author took the average of three yearly maxima.
     * Source: L. N. Kestner, Getting a Handle on True Performance, Futures 25 (1996).
     */
    static Result sterling(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return yearly(curve, equity, conventions, c -> {
            double deepest = Drawdowns.max(c.value());
            return deepest == 0 ? 0 : deepest + TEN_PER_CENT;
        });
    }

    /** Formula: total return / maximum drawdown. Unit: ratio. Conventions: one peer adds the returns up instead. */
    static Result recovery(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        double deepest = Drawdowns.max(curve.value());
        if (deepest == 0) {
            return DepthAverages.none(equity);
        }
        double grown = curve.totalReturn();
        if (conventions.peer() == Peer.QUANTSTATS) {
            grown = 0;
            for (int i = 1; i < curve.points(); i++) {
                grown += curve.value()[i] / curve.value()[i - 1] - 1;
            }
            grown = Math.abs(grown);
        }
        return Result.of(grown / deepest, equity.size());
    }

    private static Result yearly(
            TimeWeighted curve, EquityCurve equity, Conventions conventions, ToDoubleFunction<TimeWeighted> depth) {
        if (!(Growth.annual(curve, equity, conventions) instanceof Result.Value cagr)) {
            return Growth.annual(curve, equity, conventions);
        }
        double below = depth.applyAsDouble(curve);
        return below == 0 ? DepthAverages.none(equity) : Result.of(cagr.value() / below, equity.size());
    }
}
