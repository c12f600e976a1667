package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds a window's measurements against rules and, where there is one, a baseline. Without a baseline only limits are
 * judged. Deviations are tested in two families, each at a false-discovery rate of 5 % over all {@link Looks} at one
 * window: what a deviation rule names, and everything else that both sides have, which can reach {@link Verdict#WATCH}
 * at most and so takes no certainty from the first.
 */
public record Assessment(
        Scope scope,
        Period period,
        List<Measurement> now,
        Optional<Baseline> baseline,
        Rules rules,
        Optional<Check.Freshness> freshness) {

    /**
     * Checks that the two can be compared.
     *
     * @throws IllegalArgumentException when the baseline is of another system or environment
     */
    public Assessment {
        now = List.copyOf(now);
        Optional<Baseline> other = baseline.filter(it -> !it.scope().system().equals(scope.system())
                || !it.scope().environment().equals(scope.environment()));
        if (other.isPresent()) {
            throw new IllegalArgumentException("baseline \"" + other.get().name() + "\" is of "
                    + other.get().scope() + ", and this window of " + scope
                    + ": choose a baseline of the same system and environment");
        }
    }

    /** Every row that a rule names or a test can judge, with its verdict. */
    public Check check() {
        List<Deviation> rows = new ArrayList<>();
        LimitJudge limits = new LimitJudge(period.days());
        for (Rule rule : rules.of(Deviation.Kind.LIMIT)) {
            targets(rule).forEach(target -> rows.add(limits.judge(rule, target, then(target))));
        }
        List<Candidate> named = new ArrayList<>();
        List<Candidate> others = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            (candidate.rule().isPresent() ? named : others).add(candidate);
        }
        rows.addAll(judged(named));
        rows.addAll(judged(others));
        return new Check(
                scope,
                period,
                baseline.map(it -> new Check.BaselineRef(it.name(), it.period(), Aging.notes(it, scope, period))),
                rows,
                freshness,
                rules.name());
    }

    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        if (baseline.isEmpty()) {
            return all;
        }
        List<Rule> deviations = rules.of(Deviation.Kind.DEVIATION);
        for (Rule rule : deviations) {
            targets(rule).forEach(target -> all.add(candidate(Optional.of(rule), target)));
        }
        now.stream()
                .filter(it -> deviations.stream().noneMatch(rule -> rule.names(it)))
                .map(it -> candidate(Optional.empty(), it))
                .filter(Candidate::isJudgeable)
                .forEach(all::add);
        return all;
    }

    private Candidate candidate(Optional<Rule> rule, Measurement it) {
        Optional<Measurement> whole = now.stream()
                .filter(other -> !it.slice().isAll()
                        && other.slice().isAll()
                        && other.metric().id().equals(it.metric().id()))
                .findFirst();
        return Candidate.of(rule, it, then(it), whole, whole.flatMap(this::then));
    }

    /** One family: certain is what stands at the false-discovery rate among all its tests. */
    private List<Deviation> judged(List<Candidate> family) {
        double rate = FalseDiscovery.RATE / Looks.worth(period.days());
        List<Double> pValues = family.stream()
                .flatMapToDouble(it -> it.pValue().stream())
                .boxed()
                .toList();
        double threshold = FalseDiscovery.threshold(pValues, rate);
        DeviationJudge judge = new DeviationJudge(period.days(), rate / Math.max(1, pValues.size()));
        return family.stream()
                .map(it ->
                        judge.judge(it, it.pValue().isPresent() && it.pValue().getAsDouble() <= threshold))
                .toList();
    }

    /** What a rule is about; what it names and nobody measured is there too, undefined, for silence is not health. */
    private Stream<Measurement> targets(Rule rule) {
        List<Measurement> found = now.stream().filter(rule::names).toList();
        if (rule.cut() instanceof Cut.Fixed fixed) {
            return found.isEmpty() ? Stream.of(absent(rule, fixed.slice(), "not measured")) : found.stream();
        }
        Stream<Measurement> gone = baseline.stream()
                .flatMap(it -> it.entries().stream())
                .filter(rule::names)
                .filter(entry -> found.stream().noneMatch(it -> it.slice().equals(entry.slice())))
                .map(entry -> absent(rule, entry.slice(), "nothing in this window"));
        return Stream.concat(found.stream(), gone);
    }

    private static Measurement absent(Rule rule, Slice slice, String because) {
        return new Measurement(rule.metric(), slice, Result.undefined(0, Result.Reason.NOT_AVAILABLE, because));
    }

    private Optional<Measurement> then(Measurement measurement) {
        return baseline.flatMap(it -> it.find(measurement.metric(), measurement.slice()));
    }
}
