package dev.plumbline.metric;

import dev.plumbline.model.PricePaths;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far the price went against a trade, and for it, while it was open.
 *
 * <p>Unit: share of the entry price, 0 and above, mean over the trades whose prices are known, with Student's interval; n
 * counts them.
 *
 * <ul>
 *   <li>no trades: undefined, NONE; none with prices: undefined, NOT_AVAILABLE
 *   <li>one, all equal: that move
 *   <li>no loss: as always; a price that never went against the trade is a move of 0
 * </ul>
 *
 * <p>Conventions: a price beyond the entry on the other side counts as 0. Source: J. Sweeney, Maximum Adverse Excursion,
 * Wiley 1996.
 */
final class Excursion {

    private Excursion() {}

    /** Formula: mean max(0, (entry - lowest) / entry), long; (highest - entry) / entry, short. */
    static Result adverse(PricePaths paths, Conventions conventions) {
        return mean(paths, i -> paths.bought()[i] ? fall(paths, i) : rise(paths, i), conventions);
    }

    /** Formula: mean max(0, (highest - entry) / entry), long; (entry - lowest) / entry, short. */
    static Result favourable(PricePaths paths, Conventions conventions) {
        return mean(paths, i -> paths.bought()[i] ? rise(paths, i) : fall(paths, i), conventions);
    }

    private static double fall(PricePaths paths, int i) {
        return Math.max(0, 1 - paths.lowest()[i] / paths.entry()[i]);
    }

    private static double rise(PricePaths paths, int i) {
        return Math.max(0, paths.highest()[i] / paths.entry()[i] - 1);
    }

    private static Result mean(PricePaths paths, IntToDoubleFunction move, Conventions conventions) {
        int n = paths.size();
        double[] known = IntStream.range(0, n)
                .filter(i -> paths.entry()[i] > 0)
                .mapToDouble(move)
                .filter(Double::isFinite)
                .toArray();
        if (n > 0 && known.length == 0) {
            return Result.undefined(n, Result.Reason.NOT_AVAILABLE, "the source says no prices of open trades");
        }
        Result mean = Mean.of(known, conventions, "no trades");
        return known.length == n ? mean : mean.noting((n - known.length) + " of " + n + " without prices");
    }
}
