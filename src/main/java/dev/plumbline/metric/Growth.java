package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;

/**
 * Growth of an account, in all and a year, net of cash flows.
 *
 * <p>Conventions: on the {@link TimeWeighted} curve from the value that the period starts with; a year is 365 days of
 * elapsed time.
 */
final class Growth {

    /** A month of cycles ends one cycle short of a month. */
    private static final double SLACK = 0.99;

    private Growth() {}

    /**
     * Total return.
     *
     * <p>Formula: Π(1 + r) - 1.
     *
     * <p>Unit: share, above -1; positive is profit. No point in the period: undefined, NONE; one point and none before:
     * undefined, ONE; all equal: 0; no loss: as always; a point that is not above 0: undefined, NOT_POSITIVE.
     */
    static Result total(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return Result.of(curve.totalReturn(), equity.size());
    }

    /**
     * Compound annual growth rate.
     *
     * <p>Formula: (1 + total return)^(365 / days) - 1.
     *
     * <p>Unit: share a year, above -1. Under 30 days (less one per cent, for the last cycle's gap): undefined, TOO_SHORT,
     * unless forced; else as total return.
     */
    static Result annual(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        double days = curve.days();
        double rate = Math.pow(1 + curve.totalReturn(), 365 / days) - 1;
        if (days < SLACK * conventions.leastDays()) {
            return Result.undefined(
                    equity.size(),
                    Result.Reason.TOO_SHORT,
                    Unit.COUNT.format(Math.round(days * 10) / 10.0) + " days of equity, "
                            + Unit.COUNT.format(conventions.leastDays()) + " needed");
        }
        return Result.of(rate, equity.size());
    }

    /**
     * Calmar ratio.
     *
     * <p>Formula: CAGR / maximum drawdown, both over the period.
     *
     * <p>Unit: ratio, the sign of the CAGR. Under 30 days: undefined, TOO_SHORT; all equal or never below a peak:
     * undefined, NO_DRAWDOWN; else as total return.
     *
     * <p>Conventions: Young (1991) took 36 months; one peer divides by √ scaled mean returns under this name. Source: T. W.
     * Young, Calmar Ratio: A Smoother Tool, Futures 20 (1991).
     */
    static Result calmar(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        if (!(annual(curve, equity, conventions) instanceof Result.Value cagr)) {
            return annual(curve, equity, conventions);
        }
        double drawdown = Drawdowns.max(curve.value());
        return drawdown == 0
                ? Result.undefined(equity.size(), Result.Reason.NO_DRAWDOWN, "equity was never below its peak")
                : Result.of(cagr.value() / drawdown, equity.size());
    }
}
