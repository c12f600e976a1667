package dev.plumbline.metric;

import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every formula on returns asks first: that there are enough, that each is one, and how many make a year. */
final class OnReturns {

    private OnReturns() {}

    /** A formula that scales to a year. */
    @FunctionalInterface
    interface Annual {

        /** The result for returns of which {@code periods} make a year. */
        Result apply(double[] returns, double periods, Conventions conventions);
    }

    /** From one return on. */
    static Formula<Returns> of(Formula<Returns> formula) {
        return (returns, conventions) ->
                unusable(returns, conventions, 1).orElseGet(() -> formula.apply(returns, conventions));
    }

    /** From the least number of returns on, for what a single return says nothing about. */
    static Formula<Returns> some(Formula<Returns> formula) {
        return (returns, conventions) -> unusable(returns, conventions, Math.max(1, conventions.leastReturns()))
                .orElseGet(() -> formula.apply(returns, conventions));
    }

    /** From the least number of returns on; the spacing and the root of the periods per year are in the notes. */
    static Formula<Returns> annual(Annual formula) {
        return (returns, conventions) -> unusable(returns, conventions, Math.max(1, conventions.leastReturns()))
                .orElseGet(() -> annual(formula, returns, conventions));
    }

    private static Result annual(Annual formula, Returns returns, Conventions conventions) {
        Spacing spacing =
                conventions.once(returns.micros(), Spacing.class, () -> Spacing.of(returns.micros(), returns.zone()));
        OptionalDouble given = conventions.periodsPerYear();
        OptionalDouble periods = given.isPresent() ? given : spacing.periodsPerYear();
        if (periods.isEmpty()) {
            return Result.undefined(
                    returns.size(),
                    Result.Reason.NOT_AVAILABLE,
                    "the times do not tell how many returns make a year; give --periods-per-year");
        }
        if (!(conventions.minimumAcceptable() > -1) || !(conventions.riskFree() > -1)) {
            return Result.undefined(
                    returns.size(),
                    Result.Reason.NOT_AVAILABLE,
                    "a yearly rate of "
                            + Unit.SHARE.format(Math.min(conventions.minimumAcceptable(), conventions.riskFree()))
                            + " loses more than all: it has no rate of a period");
        }
        double p = periods.getAsDouble();
        return formula.apply(returns.value(), p, conventions)
                .noting(spacing.words(p) + (given.isPresent() ? " as given" : ""));
    }

    /** How many of the first returns are of a positive value. */
    private record Sound(int first) {

        static Sound of(double[] value) {
            int i = 0;
            while (i < value.length && value[i] > -1 && value[i] < Double.POSITIVE_INFINITY) {
                i++;
            }
            return new Sound(i);
        }
    }

    private static Optional<Result> unusable(Returns returns, Conventions conventions, int least) {
        int n = returns.size();
        if (n == 0) {
            return Optional.of(Result.undefined(0, Result.Reason.NONE, "no returns"));
        }
        double[] value = returns.value();
        int sound = conventions.once(value, Sound.class, () -> Sound.of(value)).first();
        if (sound < n) {
            return Optional.of(Result.undefined(
                    n,
                    Result.Reason.NOT_POSITIVE,
                    "return " + (sound + 1) + " of " + n + ", at " + Period.instant(returns.micros()[sound]) + ", is "
                            + value[sound] + ": equity is not a positive number there"));
        }
        if (n < least) {
            Result.Reason reason = n == 1 ? Result.Reason.ONE : Result.Reason.TOO_FEW;
            return Optional.of(
                    Result.undefined(n, reason, n + (n == 1 ? " return, " : " returns, ") + least + " needed"));
        }
        return Optional.empty();
    }
}
