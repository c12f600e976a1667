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
        OptionalDouble chance = chance(rule, now, then);
        Opinion opinion = opinion(rule, now, chance);
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
                chance,
                rule.band(0),
                Deviation.Kind.LIMIT,
                opinion.verdict(),
                opinion.why(),
                opinion.verdict().isAlarm() ? rule.action() : "",
                rule.author(),
                "");
    }

    private OptionalDouble chance(Rule rule, Measurement now, Optional<Measurement> then) {
        if (Opinion.tooEarly(rule, now, days).isPresent()) {
            return OptionalDouble.empty();
        }
        return rule.passed(now.value().orElseThrow(), 0)
                .map(passed -> ChanceOfLimit.of(rule, passed, now, then))
                .orElse(OptionalDouble.empty());
    }

    private Opinion opinion(Rule rule, Measurement now, OptionalDouble chance) {
        Optional<Opinion> early = Opinion.tooEarly(rule, now, days);
        if (early.isPresent()) {
            return early.get();
        }
        double value = now.value().orElseThrow();
        Optional<String> noLevel = rule.noLevel()
                .flatMap(bounds -> bounds.side(value, 0)
                        .map(side -> bounds.text(side, now.metric().unit())))
                .map(edge -> edge + ": " + rule.author() + " has no level there");
        Optional<Rule.Passed> passed = rule.passed(value, 0);
        if (passed.isPresent()) {
            Verdict verdict = passed.get().verdict();
            return new Opinion(
                    verdict, noLevel.orElseGet(() -> level(rule, passed.get())) + ChanceOfLimit.words(chance));
        }
        if (noLevel.isPresent()) {
            return new Opinion(Verdict.WATCH, noLevel.get());
        }
        if (rule.target().isPresent() && !rule.target().get().isBeyond(value, 0)) {
            Bounds target = rule.target().get();
            Bounds.Side side = target.below().isPresent() ? Bounds.Side.BELOW : Bounds.Side.ABOVE;
            return new Opinion(
                    Verdict.WATCH,
                    "misses the target of " + rule.author() + ", "
                            + target.text(side, now.metric().unit()));
        }
        return new Opinion(Verdict.WITHIN, "within its limits");
    }

    /** {@code below 45 % with 20+ trades is red in the playbook}. */
    private static String level(Rule rule, Rule.Passed passed) {
        String least = rule.minN() > 1
                ? " with " + rule.minN() + "+ "
                        + Power.count(rule.metric(), rule.minN()).replaceFirst("^\\S+ ", "")
                : "";
        return passed.words(rule) + least + " is " + passed.verdict().word() + " in " + rule.author();
    }
}
