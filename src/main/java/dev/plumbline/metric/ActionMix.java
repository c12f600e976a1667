package dev.plumbline.metric;

import dev.plumbline.model.ActionCounts;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a bot decides, and how often.
 *
 * <p>No decisions: shares and entropy are undefined, NONE; the rate is 0. n counts decisions.
 */
final class ActionMix {

    private ActionMix() {}

    /**
     * The share of decisions that an action, or a group of them, has.
     *
     * <p>Formula: decisions for it / all decisions. Unit: share, with its {@link Wilson} interval. An action that never
     * came: 0.
     */
    static Formula<ActionCounts> share(Predicate<String> chosen) {
        return (actions, conventions) -> {
            long total = actions.total();
            long count = actions.counts().entrySet().stream()
                    .filter(entry -> chosen.test(entry.getKey()))
                    .mapToLong(entry -> entry.getValue())
                    .sum();
            return total == 0
                    ? none()
                    : Wilson.share(count, total, conventions)
                            .with(new Evidence.Proportion(count, total, spread(actions, chosen)));
        };
    }

    /**
     * How mixed the decisions are.
     *
     * <p>Formula: -Σ p·log₂ p over the actions that came. Unit: bits; 0 where one action is all there is.
     *
     * <p>Source: C. E. Shannon, A Mathematical Theory of Communication, Bell System Technical Journal 27 (1948),
     * <a href="https://doi.org/10.1002/j.1538-7305.1948.tb01338.x">doi:10.1002/j.1538-7305.1948.tb01338.x</a>.
     */
    static Result entropy(ActionCounts actions, Conventions conventions) {
        long total = actions.total();
        double bits = 0;
        for (long count : actions.counts().values()) {
            double p = (double) count / Math.max(1, total);
            bits -= p == 0 ? 0 : p * Math.log(p) / Math.log(2);
        }
        return total == 0
                ? none()
                : Result.of(Math.abs(bits), total).with(new Evidence.Mix(actions.counts(), spread(actions)));
    }

    /**
     * Decisions an hour.
     *
     * <p>Formula: decisions / hours of the period. Unit: things an hour, with its {@link Garwood} interval. A period
     * without length: undefined, TOO_SHORT.
     */
    static Result rate(ActionCounts actions, Conventions conventions) {
        double hours = actions.period().days() * 24;
        return hours == 0
                ? Result.undefined(actions.total(), Result.Reason.TOO_SHORT, "the period has no length")
                : Garwood.rate(actions.total(), hours, actions.total(), conventions)
                        .with(new Evidence.Rate(
                                actions.total(), hours, DayBlocks.ofCounts(counts(actions, action -> true))));
    }

    private static double[] counts(ActionCounts actions, Predicate<String> chosen) {
        return actions.days().stream()
                .mapToDouble(day -> day.entrySet().stream()
                        .filter(entry -> chosen.test(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .toArray();
    }

    private static Spread spread(ActionCounts actions, Predicate<String> chosen) {
        return DayBlocks.ofShares(counts(actions, chosen), counts(actions, action -> true));
    }

    /**
     * Of the whole mix: the mean over its actions, weighted by 1 - p (Rao, Scott, Annals of Statistics 12, 1984,
     * <a href="https://doi.org/10.1214/aos/1176346391">doi:10.1214/aos/1176346391</a>).
     */
    private static Spread spread(ActionCounts actions) {
        double factor = 0;
        double memory = 0;
        double weights = 0;
        int degrees = 0;
        for (Map.Entry<String, Long> action : actions.counts().entrySet()) {
            Spread own = spread(actions, action.getKey()::equals);
            double weight = own.degrees() == 0 ? 0 : 1 - action.getValue() / (double) actions.total();
            factor += weight * own.factor();
            memory += weight * own.memory();
            weights += weight;
            degrees = Math.max(degrees, own.degrees());
        }
        return weights == 0 ? Spread.UNKNOWN : new Spread(factor / weights, memory / weights, degrees);
    }

    private static Result none() {
        return Result.undefined(0, Result.Reason.NONE, "no decisions");
    }
}
