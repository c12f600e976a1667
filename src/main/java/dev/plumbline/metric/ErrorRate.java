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
        return Garwood.rate(counts.errors(), (double) counts.attempts(), counts.attempts(), conventions)
                .noting(counts.errors() + " errors / " + counts.attempts() + " " + counts.denominator());
    }
}
