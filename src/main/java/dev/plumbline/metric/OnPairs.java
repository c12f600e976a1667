package dev.plumbline.metric;

import dev.plumbline.model.PairedReturns;

/** What every formula beside a benchmark asks first: what {@link OnReturns} asks of both; the notes say what was left out. */
final class OnPairs {

    private OnPairs() {}

    /** A formula that may scale to a year. */
    @FunctionalInterface
    interface Annual {

        /** The result for pairs of which {@code periods} make a year. */
        Result apply(double[] returns, double[] benchmark, double periods, Conventions conventions);
    }

    static Formula<PairedReturns> annual(Annual formula) {
        return (pairs, conventions) -> {
            Result theirs =
                    OnReturns.some((returns, c) -> Result.of(0, returns.size())).apply(pairs.other(), conventions);
            if (theirs instanceof Result.Undefined none) {
                return Result.undefined(none.n(), none.reason(), "beside the benchmark: " + none.because());
            }
            return OnReturns.annual((returns, periods, c) -> formula.apply(returns, pairs.benchmark(), periods, c))
                    .apply(pairs.own(), conventions)
                    .noting(left(pairs));
        };
    }

    private static String left(PairedReturns pairs) {
        return pairs.left() == 0
                ? ""
                : "common part: " + pairs.size() + " of " + (pairs.size() + pairs.left())
                        + " returns have one of the benchmark beside them";
    }
}
