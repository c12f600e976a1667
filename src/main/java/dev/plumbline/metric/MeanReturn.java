package dev.plumbline.metric;

import dev.plumbline.model.Returns;
import java.util.Arrays;
import java.util.List;

/**
 * What a period, mostly a day, brings on average, and at worst.
 *
 * <p>Unit: share, positive is profit; a loss is negative here, for it is a return. None: undefined, NONE; one, all
 * equal: that return; no loss: the smallest return is the worst. Conventions: simple returns, unrealised P&L included,
 * net of cash flows; not annualised.
 */
final class MeanReturn {

    private MeanReturn() {}

    /** Formula: Σ r / n, with Student's interval from 10 returns on. */
    static Result of(Returns returns, Conventions conventions) {
        if (returns.size() == DayBlocks.of(returns.period()).days()) {
            return Mean.ofDays(returns.value(), conventions, "no returns");
        }
        long[] inside = Arrays.stream(returns.micros()).map(end -> end - 1).toArray();
        List<DayTotal> days = DayTotal.of(returns.period(), inside, returns.value());
        return Mean.of(returns.value(), days, conventions, "no returns");
    }

    /** Formula: min r. What a daily loss limit is held against. */
    static Result worst(Returns returns, Conventions conventions) {
        return Result.of(Arrays.stream(returns.value()).min().orElse(0), returns.size());
    }
}
