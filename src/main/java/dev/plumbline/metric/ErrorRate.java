package dev.plumbline.metric;

import dev.plumbline.model.ErrorCounts;

/**
 * Errors for each chance of one.
 *
 * <p>Formula: errors / attempts; what an attempt is, is named in the notes. Unit: a fraction; it can exceed 1. Interval:
 * {@link Garwood}. No attempts: undefined, NONE. No errors: 0, which says something, since attempts were counted.
 */
final class ErrorRate implements Formula<ErrorCounts> {

    @Override
    public Result apply(ErrorCounts counts, Conventions conventions) {
        if (counts.attempts() == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no " + counts.denominator() + " in the period");
        }
        double attempts = (double) counts.attempts();
        Spread spread = DayBlocks.ofCounts(
                counts.days().stream().mapToDouble(Long::doubleValue).toArray());
        return Garwood.rate(counts.errors(), attempts, counts.attempts(), conventions)
                .with(new Evidence.Rate(counts.errors(), attempts, spread))
                .noting(counts.errors() + " errors / " + counts.attempts() + " " + counts.denominator());
    }
}
