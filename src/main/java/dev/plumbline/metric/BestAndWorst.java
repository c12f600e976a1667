package dev.plumbline.metric;

import dev.plumbline.model.Returns;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * The best and the worst day, week and month, and how many of them gained; see {@link CalendarReturns}.
 *
 * <p>Unit: share; a loss is negative here, for it is a return. n counts days, weeks or months.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one, all equal: that one
 *   <li>no loss: the smallest gain is the worst
 *   <li>returns further apart than the days, weeks or months asked for: undefined, NOT_AVAILABLE
 * </ul>
 *
 * <p>Conventions: calendar days of the report's zone, weeks from Monday; the first and the last may be cut by the period.
 */
final class BestAndWorst {

    private BestAndWorst() {}

    /** Formula: max over days, weeks or months of Π(1 + r) - 1. */
    static Formula<Returns> best(CalendarReturns.Part part) {
        return (returns, conventions) -> of(returns, part, true);
    }

    /** Formula: min over days, weeks or months of Π(1 + r) - 1. */
    static Formula<Returns> worst(CalendarReturns.Part part) {
        return (returns, conventions) -> of(returns, part, false);
    }

    /** Formula: days, weeks or months with Π(1 + r) - 1 &gt; 0 / all of them. Unit: share, 0 to 1, {@link Wilson} interval; exactly 0 counts in n. */
    static Formula<Returns> positive(CalendarReturns.Part part) {
        return (returns, conventions) -> {
            List<CalendarReturns.Row> rows = CalendarReturns.of(returns, part).rows();
            return tooCoarse(returns, part)
                    ? coarse(returns, part)
                    : Wilson.share(rows.stream().filter(row -> row.value() > 0).count(), rows.size(), conventions);
        };
    }

    private static Result of(Returns returns, CalendarReturns.Part part, boolean best) {
        if (tooCoarse(returns, part)) {
            return coarse(returns, part);
        }
        DoubleSummaryStatistics all = CalendarReturns.of(returns, part).rows().stream()
                .mapToDouble(CalendarReturns.Row::value)
                .summaryStatistics();
        return Result.of(best ? all.getMax() : all.getMin(), all.getCount());
    }

    private static boolean tooCoarse(Returns returns, CalendarReturns.Part part) {
        return Spacing.of(returns.micros(), returns.zone()).seconds() > part.mostDays() * 86_400 * 1.1;
    }

    private static Result coarse(Returns returns, CalendarReturns.Part part) {
        return Result.undefined(
                returns.size(),
                Result.Reason.NOT_AVAILABLE,
                "the returns are further apart than a " + part.name().toLowerCase(Locale.ROOT));
    }
}
