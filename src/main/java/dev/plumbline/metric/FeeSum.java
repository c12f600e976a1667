package dev.plumbline.metric;

import dev.plumbline.model.TradeFees;
import java.util.Arrays;

/**
 * What closed trades cost in fees.
 *
 * <p>Formula: Σ fee over the trades whose fee is known; n counts those. Unit: money, positive is paid. No trades:
 * undefined, NONE; no fee known: undefined, NOT_AVAILABLE; fees in several currencies: undefined, NOT_AVAILABLE, as they
 * are not added. Trades without a known fee are told in the notes.
 */
final class FeeSum implements Formula<TradeFees> {

    @Override
    public Result apply(TradeFees trades, Conventions conventions) {
        double[] known = Arrays.stream(trades.fee()).filter(Double::isFinite).toArray();
        if (trades.size() == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no closed trades");
        }
        if (trades.mixed()) {
            return Result.undefined(
                    trades.size(), Result.Reason.NOT_AVAILABLE, "fees in " + trades.currency() + " are not added");
        }
        if (known.length == 0) {
            return Result.undefined(
                    trades.size(), Result.Reason.NOT_AVAILABLE, "this agent’s files tell no fee of these trades");
        }
        int without = trades.size() - known.length;
        return Result.of(Arrays.stream(known).sum(), known.length)
                .noting(trades.currency())
                .noting(without == 0 ? "" : without + " of " + trades.size() + " trades without a known fee");
    }
}
