package dev.plumbline.metric;

import dev.plumbline.model.Returns;

/**
 * What was kept for each unit that was lost on the way.
 *
 * <p>Formula: Σ r / Σ |min(r, 0)|.
 *
 * <p>Unit: ratio, the sign of the sum; it is omega at 0, less 1. Interval from 10 returns on, by {@link
 * StationaryBootstrap}.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one: -1 where it lost, else undefined, NO_LOSS
 *   <li>all equal: as for one
 *   <li>no loss: undefined, NO_LOSS
 * </ul>
 *
 * <p>Conventions: its author takes monthly returns; here it is the series as it is spaced. Source: J. D. Schwager, Hedge
 * Fund Market Wizards, Wiley 2012, appendix A.
 */
final class GainToPain implements Formula<Returns> {

    @Override
    public Result apply(Returns returns, Conventions conventions) {
        double[] r = returns.value();
        if (Drawn.of(r, conventions).sides(0).lower() == 0) {
            return Result.undefined(r.length, Result.Reason.NO_LOSS, "no negative return among " + r.length);
        }
        return StationaryBootstrap.ofDrawn(r, GainToPain::of, conventions)
                .around(of(Drawn.of(r, conventions)), r.length, r.length, conventions.confidence());
    }

    private static double of(Drawn returns) {
        return returns.moments().mean() / returns.sides(0).lower();
    }
}
