package dev.plumbline.notify;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Checks of a week with invented figures. */
final class Weekly {

    static final Instant NOW = Instant.parse("2026-11-17T06:30:00Z");
    private static final Period WEEK = Period.lastDays(7, LocalDate.of(2026, 11, 16), ZoneOffset.UTC);

    private Weekly() {}

    static Check check(String agent, Deviation... rows) {
        return new Check(scope(agent), WEEK, Optional.empty(), List.of(rows), Optional.empty(), "playbook.yaml");
    }

    static Check stale(String agent) {
        return new Check(
                scope(agent),
                WEEK,
                Optional.empty(),
                List.of(),
                Optional.of(new Check.Freshness(Verdict.RED, "stale: newest row 3 h old, 30 min allowed")),
                "playbook.yaml");
    }

    private static Scope scope(String agent) {
        return Scope.of("playbook", agent, "live");
    }

    static Deviation row(String title, Verdict verdict) {
        return row(title, verdict, Deviation.Kind.DEVIATION, "below its band, and not chance");
    }

    static Deviation row(String title, Verdict verdict, Deviation.Kind kind, String why) {
        Metric<?> metric = new Metric<>(
                title, title, Unit.SHARE, ClosedTrades.class, Metric.Better.HIGHER, (s, c) -> Result.of(0, 0));
        boolean limit = kind == Deviation.Kind.LIMIT;
        return new Deviation(
                new Measurement(metric, Slice.ALL, Result.of(0.381, 118)),
                Optional.of(new Measurement(metric, Slice.ALL, Result.of(0.549, 412))),
                OptionalDouble.of(-0.167),
                limit ? Optional.empty() : Optional.of(new Interval(-0.267, -0.067, 0.95, "Newcombe")),
                OptionalDouble.empty(),
                Optional.empty(),
                kind,
                verdict,
                why,
                "consider rollback",
                "the playbook",
                "");
    }
}
