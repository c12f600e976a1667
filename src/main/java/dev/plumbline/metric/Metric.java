package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;

/**
 * A named number: what {@code metrics.md}, JSON, reports and rules call it, and the formula behind it.
 *
 * @param id      stable id, such as {@code profit_factor}
 * @param title   in words, such as {@code profit factor}
 * @param unit    what the value counts
 * @param sample  the sample that the formula takes
 * @param better  which way is good
 * @param formula the computation
 */
public record Metric<S extends Sample>(
        String id, String title, Unit unit, Class<S> sample, Better better, Formula<S> formula) {

    /** Which way is good. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /** Money is shown as a share of price a trade where the sample's trades know no money. */
    public Measurement measure(S sample, Conventions conventions) {
        boolean share = unit == Unit.MONEY
                && sample instanceof ClosedTrades trades
                && !trades.basis().isMoney();
        return new Measurement(share ? in(Unit.SHARE) : this, Slice.ALL, result(sample, conventions));
    }

    /** One figure beyond what a number can hold is no reason to give none of the others. */
    private Result result(S sample, Conventions conventions) {
        try {
            return formula.apply(sample, conventions);
        } catch (NotFinite beyond) {
            return Result.undefined(
                    sample.size(), Result.Reason.NOT_AVAILABLE, "not available: larger than a number can be");
        }
    }

    /** The same metric in another unit. */
    public Metric<S> in(Unit other) {
        return new Metric<>(id, title, other, sample, better, formula);
    }

    @Override
    public String toString() {
        return id;
    }
}
