package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Returns;

/**
 * How far below its highest value so far an account was, and for how long.
 *
 * <p>Formula: dd_t = 1 - w_t / max over s ≤ t of w_s, on the {@link TimeWeighted} curve w, whose first point is the value
 * that the period starts with: a loss in the first period is a drawdown.
 *
 * <p>Unit: share, 0 to 1, a positive number is a loss; durations are seconds. No point in the period: undefined, NONE;
 * one point and none before: undefined, ONE; all equal, no loss: 0; a point that is not above 0: undefined, NOT_POSITIVE.
 *
 * <p>Conventions: every equity point counts, not only daily closes. What is within 1e-12 of its peak is at its peak.
 */
final class Drawdowns {

    private static final double AT_PEAK = 1e-12;

    private Drawdowns() {}

    /**
     * Formula: max dd_t. The interval, from 10 daily returns on, is of days put together anew by {@link
     * StationaryBootstrap}, each with the falls inside it.
     */
    static Result max(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        Result.Value value = Result.of(max(curve.value()), equity.size()).with(DrawdownDays.of(curve, equity.period()));
        Returns daily = equity.dailyReturns();
        if (daily.size() < Interval.LEAST_N) {
            return value;
        }
        boolean closesOnly = daily.size() + 1 == curve.points();
        Replicates replicates = closesOnly
                ? StationaryBootstrap.of(daily.value(), Drawdowns::ofReturns, conventions)
                : DrawdownDays.drawn(curve, equity, daily, conventions);
        return value.with(replicates.interval(conventions.confidence()))
                .noting(closesOnly ? "interval from daily closes" : "interval from whole days");
    }

    /** Formula: dd at the last point; over all history, this is the drawdown from the peak that limits are held against. */
    static Result current(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        double peak = 0;
        for (double value : curve.value()) {
            peak = Math.max(peak, value);
        }
        return Result.of(below(curve.value()[curve.points() - 1], peak), equity.size());
    }

    /**
     * Ulcer index. Formula: √(mean dd_t²) over the points after the start.
     *
     * <p>Conventions: divisor n, as its author has it; one peer divides by n - 1. Source: P. G. Martin, B. B. McCann, The Investor's Guide to
     * Fidelity Funds (1989), <a href="https://www.tangotools.com/ui/ui.htm">tangotools.com</a>.
     */
    static Result ulcer(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        int n = curve.points() - 1;
        boolean lessOne = conventions.peer() == Peer.QUANTSTATS && n > 1;
        return Result.of(ulcer(curve.value()) * (lessOne ? Math.sqrt(n / (n - 1.0)) : 1), equity.size());
    }

    /**
     * Pain index. Formula: mean dd_t over the points after the start.
     *
     * <p>Source: T. Becker, Zephyr Associates 2006, as C. R. Bacon, Practical Portfolio Performance Measurement and
     * Attribution, Wiley 2008, has it.
     */
    static Result pain(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return Result.of(pain(curve.value()), equity.size());
    }

    static double ulcer(double[] value) {
        return Math.sqrt(meanDepth(value, 2));
    }

    static double pain(double[] value) {
        return meanDepth(value, 1);
    }

    private static double meanDepth(double[] value, int power) {
        double peak = value[0];
        double sum = 0;
        for (int i = 1; i < value.length; i++) {
            peak = Math.max(peak, value[i]);
            double depth = below(value[i], peak);
            sum += power == 1 ? depth : depth * depth;
        }
        return sum / (value.length - 1);
    }

    /** Dividing only where a new depth is reached. */
    static double max(double[] value) {
        double peak = value[0];
        double kept = 1;
        double floor = peak;
        for (double v : value) {
            if (v > peak) {
                peak = v;
                floor = peak * kept;
            } else if (v < floor) {
                floor = v;
                kept = v / peak;
            }
        }
        return below(kept, 1);
    }

    static double below(double value, double peak) {
        double depth = 1 - value / peak;
        return depth <= AT_PEAK ? 0 : depth;
    }

    /** The same of returns, dividing only where a new depth is reached. */
    private static double ofReturns(double[] returns) {
        double value = 1;
        double peak = 1;
        double kept = 1;
        double floor = 1;
        for (double r : returns) {
            value *= 1 + r;
            if (value > peak) {
                peak = value;
                floor = peak * kept;
            } else if (value < floor) {
                floor = value;
                kept = value / peak;
            }
        }
        return 1 - kept;
    }
}
