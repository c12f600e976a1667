package dev.plumbline.report;

import dev.plumbline.baseline.Band;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Deviation.Kind;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A check with invented figures. */
final class DemoCheck {

    static final Period WEEK = Period.lastDays(7, LocalDate.of(2026, 11, 16), ZoneOffset.UTC);
    static final Period BASE = Period.ofDays(LocalDate.of(2026, 10, 27), LocalDate.of(2026, 11, 2), ZoneOffset.UTC);
    static final Scope SCOPE = Scope.of("playbook", "btc-eth-live", "live");

    private DemoCheck() {}

    static Check of() {
        List<Deviation> rows = new ArrayList<>();
        Metric<?> win = metric("win_rate", "win rate", Unit.SHARE);
        rows.add(row(
                share(win, 45, 118).of(Slice.of("symbol", "ETH/USDT")),
                share(win, 226, 412),
                -0.167,
                -0.267,
                -0.067,
                band(0.494, 0.645),
                Verdict.RED,
                "below its band, and not chance (q = 0.01)",
                "consider rollback"));
        rows.add(row(
                value(metric("open_share", "open actions, share", Unit.SHARE), 0.318, 3_360),
                value(metric("open_share", "open", Unit.SHARE), 0.161, 10_056),
                0.157,
                0.14,
                0.174,
                band(0.111, 0.211),
                Verdict.RED,
                "the decision mix moved; Jensen–Shannon 0.21",
                "look at the decisions before the next retraining"));
        rows.add(row(
                value(metric("avg_confidence", "average confidence", Unit.SHARE), 0.839, 672),
                value(metric("avg_confidence", "average confidence", Unit.SHARE), 0.763, 2_016),
                0.076,
                0.068,
                0.084,
                band(0.65, 0.90),
                Verdict.WATCH,
                "inside its band, but changed for certain; wins did not follow",
                ""));
        rows.add(limit(
                value(metric("loss_days", "red days in a row", Unit.COUNT), 3, 7),
                value(metric("loss_days", "x", Unit.COUNT), 1, 21),
                2,
                Optional.empty(),
                Verdict.YELLOW,
                "the playbook alerts at 3",
                "review the trades of these days"));
        rows.add(limit(
                share(win, 139, 268),
                share(win, 680, 1_225),
                -0.036,
                band(0.5, 0.65),
                Verdict.YELLOW,
                "45–55 % is yellow in the playbook; within the baseline’s band",
                ""));
        rows.add(row(
                share(metric("retrain_success", "retraining success", Unit.SHARE), 10, 14),
                share(metric("retrain_success", "r", Unit.SHARE), 48, 55),
                -0.159,
                -0.40,
                0.09,
                band(0.8, 1),
                Verdict.UNKNOWN,
                "below 80 %, but 14 runs cannot tell; about 60 would",
                ""));
        rows.add(row(
                value(metric("mode_transitions", "mode transitions a week", Unit.COUNT), 19, 19),
                value(metric("mode_transitions", "m", Unit.COUNT), 12, 36),
                7,
                -3,
                17,
                band(5, 25),
                Verdict.WITHIN,
                "within 5–25",
                ""));
        rows.add(row(
                value(metric("profit_factor", "profit factor", Unit.RATIO), 1.08, 268),
                value(metric("profit_factor", "p", Unit.RATIO), 1.42, 1_225),
                -0.34,
                -0.9,
                0.24,
                band(1.0, 1.84),
                Verdict.WITHIN,
                "the difference is within chance",
                ""));
        rows.add(row(
                value(metric("sharpe", "Sharpe ratio", Unit.RATIO), -0.62, 7),
                value(metric("sharpe", "s", Unit.RATIO), 1.47, 21),
                -2.09,
                -22,
                18,
                band(-0.5, 3.4),
                Verdict.UNKNOWN,
                "7 days cannot tell; hundreds would",
                ""));
        rows.add(limit(
                value(metric("max_drawdown", "drawdown from peak", Unit.SHARE), 0.045, 10_080),
                value(metric("max_drawdown", "d", Unit.SHARE), 0.029, 30_240),
                0.016,
                Optional.empty(),
                Verdict.WITHIN,
                "green up to 10 %",
                ""));
        rows.add(undefined(metric("calmar", "Calmar ratio", Unit.RATIO), "7 days, 30 needed"));
        for (int i = 0; i < 18; i++) {
            rows.add(row(
                    value(metric("m" + i, "hold time of level " + i, Unit.SECONDS), 3_000 + 60 * i, 200 + i),
                    value(metric("m", "m", Unit.SECONDS), 2_900, 800),
                    100 + 60 * i,
                    -200,
                    1_400,
                    band(2_000, 5_000),
                    Verdict.WITHIN,
                    "the difference is within chance",
                    ""));
        }
        return new Check(
                SCOPE,
                WEEK,
                Optional.of(new Check.BaselineRef("launch", BASE)),
                rows,
                Optional.of(new Check.Freshness(Verdict.WITHIN, "newest row 4 min old")),
                "playbook.yaml");
    }

    static Check with(List<Deviation> rows) {
        return new Check(
                SCOPE,
                WEEK,
                Optional.of(new Check.BaselineRef("launch", BASE)),
                rows,
                Optional.empty(),
                "playbook.yaml");
    }

    static Metric<ClosedTrades> metric(String id, String title, Unit unit) {
        return new Metric<>(id, title, unit, ClosedTrades.class, Metric.Better.HIGHER, (s, c) -> Result.of(0, 0));
    }

    static Measurement share(Metric<?> metric, long won, long n) {
        Interval interval = new Interval(
                Math.max(0, (double) won / n - 0.05), Math.min(1, (double) won / n + 0.05), 0.95, "Wilson");
        return new Measurement(
                metric,
                Slice.ALL,
                new Result.Value(
                        (double) won / n,
                        n,
                        Optional.of(interval),
                        new Evidence.Proportion(won, n),
                        List.of("Wilson")));
    }

    static Measurement value(Metric<?> metric, double value, long n) {
        return new Measurement(metric, Slice.ALL, Result.of(value, n));
    }

    static Optional<Band> band(double low, double high) {
        return Optional.of(new Band(low, high));
    }

    static Deviation row(
            Measurement now,
            Measurement then,
            double change,
            double low,
            double high,
            Optional<Band> band,
            Verdict verdict,
            String why,
            String action) {
        return new Deviation(
                now,
                Optional.of(then),
                OptionalDouble.of(change),
                Optional.of(new Interval(low, high, 0.95, "Newcombe")),
                OptionalDouble.of(0.01),
                band,
                Kind.DEVIATION,
                verdict,
                why,
                action,
                "the playbook",
                "");
    }

    static Deviation limit(
            Measurement now,
            Measurement then,
            double change,
            Optional<Band> band,
            Verdict verdict,
            String why,
            String action) {
        return new Deviation(
                now,
                Optional.of(then),
                OptionalDouble.of(change),
                Optional.empty(),
                OptionalDouble.empty(),
                band,
                Kind.LIMIT,
                verdict,
                why,
                action,
                "the playbook",
                "");
    }

    static Deviation undefined(Metric<?> metric, String because) {
        Measurement now = new Measurement(metric, Slice.ALL, Result.undefined(7, Result.Reason.TOO_SHORT, because));
        return new Deviation(
                now,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Kind.DEVIATION,
                Verdict.UNKNOWN,
                because,
                "",
                "",
                "");
    }
}
