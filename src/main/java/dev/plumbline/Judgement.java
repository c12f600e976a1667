package dev.plumbline;

import dev.plumbline.baseline.AlertHistory;
import dev.plumbline.baseline.Assessment;
import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Rules;
import dev.plumbline.baseline.SlowFalls;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A window held against a baseline, by rules. */
final class Judgement {

    private Judgement() {}

    /** What the rules of the agent's system say. */
    static Check of(Window window, Optional<Baseline> named, Rules rules) {
        Optional<Baseline> baseline = named.map(it -> Establishing.made(it, window, rules));
        Check check = new Assessment(
                        window.scope(),
                        window.period(),
                        Questions.ask(window, rules),
                        baseline,
                        rules,
                        window.freshness())
                .check()
                .with(new Began(window)::say)
                .and(AlertHistory.rows(rules, window.period(), window.series()))
                .noting(baseline.map(it -> Changes.since(it, window)).orElse(List.of()));
        return baseline.isPresent() && SlowFalls.isWatched(rules)
                ? SlowFalls.added(check, rules, WinsByDay.before(window, baseline))
                : check;
    }

    /** What a list of rules says, apart from the rules of the agent's system; a row a rule and slice. */
    static List<Deviation> byList(Window window, Optional<Baseline> baseline, Rules list) {
        return new Assessment(
                        window.scope(),
                        window.period(),
                        Questions.named(window, list),
                        baseline,
                        list,
                        Optional.empty())
                .check().and(AlertHistory.rows(list, window.period(), window.series())).rows().stream()
                        .filter(row -> !row.author().isEmpty())
                        .toList();
    }

    /** How old the newest row of the agent is, and how old it may be by its settings, or else by its own rhythm. */
    static Optional<Check.Freshness> freshness(Window window) {
        Workbench lab = window.workbench();
        if (lab.isHistorical() || lab.isFirstSample()) {
            return Optional.empty();
        }
        Rows settings = window.rows("samples/settings");
        double configured = settings.isEmpty() ? Double.NaN : settings.doubles("max_age_seconds")[0];
        OptionalDouble gap = window.sample(Heartbeats.class).medianGapSeconds();
        if (Double.isNaN(configured) && gap.isEmpty()) {
            return Optional.empty();
        }
        Duration allowed = Double.isNaN(configured)
                ? Check.Freshness.maxAge(Duration.ofMillis((long) (gap.getAsDouble() * 1_000)))
                : Duration.ofSeconds((long) configured);
        return Optional.of(Check.Freshness.of(lab.newest(), Instant.now(), allowed));
    }
}
