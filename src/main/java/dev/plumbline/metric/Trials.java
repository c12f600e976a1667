package dev.plumbline.metric;

import java.util.OptionalDouble;

/**
 * What was tried before one strategy was chosen: the best of many looks good by luck.
 *
 * @param number    strategies, or settings of one, the chosen one among them
 * @param deviation of their Sharpe ratios, annualised; where it is empty, that of worthless ones is taken
 */
public record Trials(double number, OptionalDouble deviation) {

    /** @throws IllegalArgumentException under 2 trials, or for a deviation that is not above 0 */
    public Trials {
        if (!(number >= 2) || number == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("trials: found "
                    + (number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number))
                    + ", at least 2 were expected");
        }
        if (deviation.isPresent() && !(deviation.getAsDouble() > 0 && Double.isFinite(deviation.getAsDouble()))) {
            throw new IllegalArgumentException("deviation of the trials’ Sharpe ratios: found "
                    + deviation.getAsDouble() + ", a number above 0 was expected");
        }
    }
}
