package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.Optional;

/** A verdict and its one sentence. */
record Opinion(Verdict verdict, String why) {

    /** The last reading of a window comes a little before its end. */
    private static final double SEEN = 0.9;

    static Opinion unknown(String why) {
        return new Opinion(Verdict.UNKNOWN, why);
    }

    /** That there is no value, or too little behind it for the rule; empty when the rule can be judged. */
    static Optional<Opinion> tooEarly(Rule rule, Measurement now, double days) {
        if (!now.isDefined()) {
            return Optional.of(unknown(now.because().orElse("undefined")));
        }
        if (now.n() < rule.minN()) {
            return Optional.of(unknown(now.n() + " of " + Power.count(now, rule.minN()) + " needed"));
        }
        if (days < rule.minDays() - 1e-6) {
            return Optional.of(unknown((long) days + " of " + rule.minDays() + " days needed"));
        }
        double seen = seen(now);
        if (seen < SEEN * rule.minDays()) {
            return Optional.of(
                    unknown("seen for " + Unit.SECONDS.format(seen * 86_400) + ", " + rule.minDays() + " days needed"));
        }
        return Optional.empty();
    }

    /** Days that a rate a week rests on: of a month's window the rows may fill a day. */
    private static double seen(Measurement now) {
        boolean weekly = now.metric().unit() == Unit.PER_WEEK;
        return weekly && now.evidence() instanceof Evidence.Rate rate ? 7 * rate.exposure() : Double.POSITIVE_INFINITY;
    }
}
