package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import java.util.Optional;

/** A verdict and its one sentence. */
record Opinion(Verdict verdict, String why) {

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
        return Optional.empty();
    }
}
