package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds values against limits. A limit is a fact: it needs its least n, and no test mutes it. */
final class LimitJudge {

    private final double days;

    /** @param days length of the window */
    LimitJudge(double days) {
        this.days = days;
    }

    Deviation judge(Rule rule, Measurement now, Optional<Measurement> then) {
        Opinion opinion = opinion(rule, now);
        OptionalDouble change = OptionalDouble.empty();
        if (now.isDefined() && then.isPresent() && then.get().isDefined()) {
            change = OptionalDouble.of(
                    now.value().orElseThrow() - then.get().value().orElseThrow());
        }
        return new Deviation(
                now,
                then,
                change,
                Optional.empty(),
                OptionalDouble.empty(),
                rule.band(0),
                Deviation.Kind.LIMIT,
                opinion.verdict(),
                opinion.why(),
                opinion.verdict().isAlarm() ? rule.action() : "");
    }

    private Opinion opinion(Rule rule, Measurement now) {
        Optional<Opinion> early = Opinion.tooEarly(rule, now, days);
        if (early.isPresent()) {
            return early.get();
        }
        double value = now.value().orElseThrow();
        Optional<String> noLevel = rule.noLevel()
                .flatMap(bounds -> bounds.side(value, 0)
                        .map(side -> bounds.text(side, now.metric().unit())))
                .map(edge -> edge + ": the guide has no level there");
        Optional<Rule.Passed> passed = rule.passed(value, 0);
        if (passed.isPresent()) {
            Verdict verdict = passed.get().verdict();
            return new Opinion(
                    verdict,
                    noLevel.orElseGet(
                            () -> verdict.word() + " begins " + passed.get().words(rule)));
        }
        if (noLevel.isPresent()) {
            return new Opinion(Verdict.WATCH, noLevel.get());
        }
        if (rule.target().isPresent() && !rule.target().get().isBeyond(value, 0)) {
            Bounds target = rule.target().get();
            Bounds.Side side = target.below().isPresent() ? Bounds.Side.BELOW : Bounds.Side.ABOVE;
            return new Opinion(
                    Verdict.WATCH,
                    "misses its target, " + target.text(side, now.metric().unit()));
        }
        return new Opinion(Verdict.WITHIN, "within its limits");
    }
}
