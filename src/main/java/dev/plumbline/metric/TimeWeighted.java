package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.util.Optional;

/**
 * An account's value without its deposits and withdrawals: what one unit put in at the start, and left there, became. A
 * deposit does not hide a drawdown, nor does a withdrawal make one.
 *
 * <p>Formula: w_t = w_{t-1} · (v_t - flow_t) / v_{t-1}, w_0 = v_0, v the account's value, flow_t what was put in between;
 * without flows w is v, to the last bit.
 *
 * <p>Source: time-weighted return, GIPS 2020, <a href="https://www.gipsstandards.org/">gipsstandards.org</a>.
 *
 * @param micros times of the points, the starting value included
 * @param value  positive
 */
record TimeWeighted(long[] micros, double[] value) {

    /** Formulas on such a curve of at least two points. */
    @FunctionalInterface
    interface OnCurve {

        Result apply(TimeWeighted curve, EquityCurve equity, Conventions conventions);
    }

    private record Checked(Optional<Result> unusable) {}

    /** What every formula on equity asks first: two points, one of them in the period, and each above 0. */
    static Formula<EquityCurve> on(OnCurve formula) {
        return (equity, conventions) -> conventions
                .once(equity.value(), Checked.class, () -> new Checked(unusable(equity)))
                .unusable()
                .orElseGet(() -> formula.apply(of(equity, conventions), equity, conventions)
                        .noting(equity.basis().equals("modelled") ? "modelled" : ""));
    }

    /** The curve that returns make of 1, from one spacing before the first return on: each return has its own period. */
    static EquityCurve curve(Returns returns) {
        return returns.curve(Math.max(1, Math.round(Spacing.medianGap(returns.micros()) * 1e6)));
    }

    private static TimeWeighted of(EquityCurve equity, Conventions conventions) {
        return conventions.once(equity.value(), TimeWeighted.class, () -> of(equity));
    }

    static TimeWeighted of(EquityCurve equity) {
        double[] value = equity.value();
        double[] flow = equity.flow();
        if (isZero(flow)) {
            return new TimeWeighted(equity.micros(), value);
        }
        double[] weighted = new double[value.length];
        double scale = 1;
        for (int i = 0; i < value.length; i++) {
            if (i == 0 || flow[i] == 0) {
                weighted[i] = value[i] * scale;
            } else {
                weighted[i] = (value[i] - flow[i]) * scale;
                scale = weighted[i] / value[i];
            }
        }
        return new TimeWeighted(equity.micros(), weighted);
    }

    private static boolean isZero(double[] flow) {
        for (int i = 1; i < flow.length; i++) {
            if (flow[i] != 0) {
                return false;
            }
        }
        return true;
    }

    int points() {
        return value.length;
    }

    /** Elapsed days from the first point to the last. */
    double days() {
        return (micros[micros.length - 1] - micros[0]) / 86_400e6;
    }

    double totalReturn() {
        return value[value.length - 1] / value[0] - 1;
    }

    static Optional<Result> unusable(EquityCurve equity) {
        int n = equity.size();
        if (n == 0) {
            return Optional.of(Result.undefined(0, Result.Reason.NONE, "no equity in the period"));
        }
        double[] value = equity.value();
        double[] flow = equity.flow();
        for (int i = 0; i < value.length; i++) {
            boolean kept = i == 0 || value[i] - flow[i] > 0;
            if (!(value[i] > 0 && value[i] < Double.POSITIVE_INFINITY && kept)) {
                return Optional.of(Result.undefined(
                        n,
                        Result.Reason.NOT_POSITIVE,
                        "equity point " + (i + 1) + " of " + value.length + ", at "
                                + Period.instant(equity.micros()[i]) + ", is " + value[i]
                                + (flow[i] == 0 ? "" : " after a flow of " + flow[i])
                                + ": a positive number was expected"));
            }
        }
        return value.length == 1
                ? Optional.of(Result.undefined(1, Result.Reason.ONE, "1 equity point, 2 needed"))
                : Optional.empty();
    }
}
