package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Joins band and test: out of the band and certain is an alarm, one of the two alone is not. */
final class DeviationJudge {

    private final double days;
    private final double alpha;

    /**
     * @param days  length of the window
     * @param alpha the p-value at which a difference would be certain if it were the only one of its family
     */
    DeviationJudge(double days, double alpha) {
        this.days = days;
        this.alpha = alpha;
    }

    /** @param certain whether the difference stands among all of its family */
    Deviation judge(Candidate candidate, boolean certain) {
        Opinion opinion = opinion(candidate, certain);
        OptionalDouble before = candidate.then().map(Measurement::value).orElse(OptionalDouble.empty());
        OptionalDouble after = candidate.now().value();
        boolean both = before.isPresent() && after.isPresent();
        return new Deviation(
                candidate.now(),
                candidate.then(),
                both ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble()) : OptionalDouble.empty(),
                candidate.difference().map(Difference::interval),
                candidate.difference().map(it -> OptionalDouble.of(it.pValue())).orElse(OptionalDouble.empty()),
                candidate.rule().filter(rule -> before.isPresent()).flatMap(rule -> rule.band(before.getAsDouble())),
                Deviation.Kind.DEVIATION,
                opinion.verdict(),
                opinion.why(),
                opinion.verdict().isAlarm() ? candidate.rule().map(Rule::action).orElse("") : "",
                candidate.rule().map(Rule::author).orElse(""),
                "");
    }

    private Opinion opinion(Candidate candidate, boolean certain) {
        Measurement now = candidate.now();
        Optional<Opinion> early = candidate.rule().flatMap(rule -> Opinion.tooEarly(rule, now, days));
        if (early.isPresent()) {
            return early.get();
        }
        if (!now.isDefined()) {
            return Opinion.unknown(now.because().orElse("undefined"));
        }
        if (candidate.then().isEmpty()) {
            return Opinion.unknown("not in the baseline");
        }
        Measurement then = candidate.then().get();
        if (!then.isDefined()) {
            return Opinion.unknown("no value in the baseline: " + then.because().orElse("undefined"));
        }
        double before = then.value().orElseThrow();
        if (candidate.rule().filter(Rule::multiplies).isPresent() && before <= 0) {
            return Opinion.unknown("a multiple of " + then.text() + " says nothing");
        }
        Optional<Rule.Passed> passed =
                candidate.rule().flatMap(rule -> rule.passed(now.value().orElseThrow(), before));
        return candidate
                .difference()
                .map(difference -> passed.isPresent()
                        ? outside(candidate, passed.get(), difference, certain)
                        : inside(candidate, difference, certain))
                .orElseGet(() -> untested(candidate, then, passed));
    }

    private Opinion outside(Candidate candidate, Rule.Passed passed, Difference difference, boolean certain) {
        boolean byTest = candidate.rule().filter(Rule::isByTestOnly).isPresent();
        String place = passed.side().word() + (byTest ? " the baseline" : " its band");
        if (certain) {
            return new Opinion(passed.verdict(), place + ", and not chance" + said(difference));
        }
        if (byTest) {
            return inside(candidate, difference, false);
        }
        return Opinion.unknown(place + "; " + cannotTell(candidate.now(), difference, candidate.size(), ","));
    }

    private Opinion inside(Candidate candidate, Difference difference, boolean certain) {
        boolean band = candidate.rule().filter(rule -> !rule.isByTestOnly()).isPresent();
        if (certain) {
            String words = band ? "inside its band, changed for certain" : "changed for certain";
            return new Opinion(Verdict.WATCH, words + said(difference));
        }
        if (band) {
            return new Opinion(Verdict.WITHIN, "inside its band");
        }
        double size = Math.abs(candidate.then().orElseThrow().value().orElseThrow());
        double half = (difference.interval().high() - difference.interval().low()) / 2;
        if (isSigned(candidate.now()) && half > size) {
            double effect = Math.max(size, candidate.size());
            return Opinion.unknown(cannotTell(candidate.now(), difference, effect, ";"));
        }
        return new Opinion(
                Verdict.WITHIN,
                (difference.interval().contains(0)
                                ? "the difference is within chance"
                                : "alone it would not be chance; among all that is asked here it may be")
                        + tested(difference));
    }

    /** How large it is, where that is to be said, and which test says so. */
    private static String said(Difference difference) {
        return (difference.effect().isEmpty() ? "" : ": " + difference.effect()) + tested(difference);
    }

    private static String tested(Difference difference) {
        return difference.by().isEmpty() ? "" : "; " + difference.by();
    }

    /** Ratios and amounts may vanish or turn: where not even that would show, nothing can be told. */
    private static boolean isSigned(Measurement now) {
        Unit unit = now.metric().unit();
        return unit == Unit.RATIO || unit == Unit.MONEY;
    }

    private String cannotTell(Measurement now, Difference difference, double effect, String joint) {
        OptionalLong needed = Power.needed(difference, effect, now.n(), alpha);
        String hope =
                needed.isPresent() ? String.format(Locale.ROOT, "%s about %,d would", joint, needed.getAsLong()) : "";
        return Power.count(now, now.n()) + " cannot tell" + hope + tested(difference);
    }

    /** A metric without a test is held against its band alone; one with a test, but too little data, is not. */
    private static Opinion untested(Candidate candidate, Measurement then, Optional<Rule.Passed> passed) {
        boolean testable = !(then.evidence() instanceof Evidence.Plain)
                && !(candidate.now().evidence() instanceof Evidence.Plain);
        boolean band = candidate.rule().filter(rule -> !rule.isByTestOnly()).isPresent();
        if (testable || !band) {
            return Opinion.unknown(testable ? "too little data for a test" : "shown only: no test for it");
        }
        return passed.map(it -> new Opinion(it.verdict(), it.side().word() + " its band; no test for it"))
                .orElse(new Opinion(Verdict.WITHIN, "inside its band; no test for it"));
    }
}
