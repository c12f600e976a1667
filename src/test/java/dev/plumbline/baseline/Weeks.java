package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metric.Better;
import dev.plumbline.metric.News;
import dev.plumbline.metric.Operations;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Made-up measurements of two periods of one bot. */
final class Weeks {

    static final Metric<?> WIN_RATE = metric("win_rate", "win rate", Unit.SHARE, ClosedTrades.class);
    static final Metric<?> PROFIT_FACTOR = metric("profit_factor", "profit factor", Unit.RATIO, ClosedTrades.class);
    static final Metric<?> TRADES = metric("trades", "trades", Unit.COUNT, ClosedTrades.class);
    static final Metric<?> DAILY_PNL = metric("daily_pnl", "daily P&L", Unit.MONEY, ClosedTrades.class);
    static final Metric<?> DAILY_BEST = metric("daily_pnl_best", "best day", Unit.MONEY, ClosedTrades.class);
    static final Metric<?> DAILY_WORST = metric("daily_pnl_worst", "worst day", Unit.MONEY, ClosedTrades.class);
    static final Metric<?> RED_DAYS = metric("red_days_in_a_row", "red days in a row", Unit.COUNT, ClosedTrades.class);
    static final Metric<?> SHARPE = metric("sharpe", "sharpe", Unit.RATIO, Returns.class);
    static final Metric<?> WORST_RETURN = metric("daily_return_worst", "worst day's return", Unit.SHARE, Returns.class);
    static final Metric<?> DRAWDOWN = metric("drawdown_from_peak", "drawdown from peak", Unit.SHARE, EquityCurve.class);
    static final Metric<?> MAX_DRAWDOWN = metric("max_drawdown", "max drawdown", Unit.SHARE, EquityCurve.class);
    static final Metric<?> OPEN_SHARE = metric("open_share", "open share", Unit.SHARE, ActionCounts.class);
    static final Metric<?> CONFIDENCE = metric("confidence", "confidence", Unit.SHARE, ConfidenceReadings.class);
    static final Metric<?> CONFIDENCE_SD =
            metric("confidence_sd", "confidence sd", Unit.SHARE, ConfidenceReadings.class);
    static final Metric<?> CONFIDENCE_MAX =
            metric("confidence_max", "highest confidence", Unit.SHARE, ConfidenceReadings.class);
    static final Metric<?> MODE_SHARE = metric("mode_share_rows", "mode share", Unit.SHARE, ModeHistory.class);
    static final Metric<?> TRANSITIONS =
            metric("mode_transitions", "mode transitions", Unit.PER_WEEK, ModeHistory.class);
    static final Metric<?> PEAK =
            metric("mode_transitions_peak", "transitions in an hour", Unit.COUNT, ModeHistory.class);
    static final Metric<?> RETRAININGS =
            metric("retrainings_per_day", "retrainings", Unit.PER_DAY, RetrainingRuns.class);
    static final Metric<?> RETRAINING_SUCCESS =
            metric("retraining_success_rate", "retraining success", Unit.SHARE, RetrainingRuns.class);
    static final Metric<?> RETRAINING_DURATION =
            metric("retraining_duration", "retraining duration", Unit.SECONDS, RetrainingRuns.class);

    static final List<Metric<?>> METRICS = List.of(
            WIN_RATE,
            PROFIT_FACTOR,
            TRADES,
            DAILY_PNL,
            DAILY_BEST,
            DAILY_WORST,
            RED_DAYS,
            SHARPE,
            WORST_RETURN,
            DRAWDOWN,
            MAX_DRAWDOWN,
            OPEN_SHARE,
            CONFIDENCE,
            CONFIDENCE_SD,
            CONFIDENCE_MAX,
            MODE_SHARE,
            TRANSITIONS,
            PEAK,
            RETRAININGS,
            RETRAINING_SUCCESS,
            RETRAINING_DURATION,
            Operations.UPTIME,
            Operations.ERROR_RATE,
            News.NEWS_DIVERSITY);

    static final Scope SCOPE = Scope.of("playbook", "btc-eth", "live");
    static final Slice BTC = Slice.of("symbol", "BTC/USDT");
    static final Slice ETH = Slice.of("symbol", "ETH/USDT");
    static final Slice TRADING = Slice.of("mode", "TRADING");
    static final Slice LEARNING = Slice.of("mode", "LEARNING");

    /** 6–26 October 2026, three weeks. */
    static final Period THEN = Period.of(Instant.parse("2026-10-06T00:00:00Z"), Instant.parse("2026-10-27T00:00:00Z"));

    /** 10–16 November 2026. */
    static final Period NOW = Period.of(Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-17T00:00:00Z"));

    private Weeks() {}

    /** A metric whose measurements are made by hand. */
    static <S extends Sample> Metric<S> metric(String id, String title, Unit unit, Class<S> sample) {
        return new Metric<>(
                id,
                title,
                unit,
                sample,
                Better.NEITHER,
                (rows, conventions) -> Result.undefined(0, Result.Reason.NOT_AVAILABLE, "made by hand"));
    }

    static Measurement share(Metric<?> metric, Slice slice, long successes, long trials) {
        return value(metric, slice, (double) successes / trials, trials, new Evidence.Proportion(successes, trials));
    }

    static Measurement rate(Metric<?> metric, Slice slice, long events, double exposure) {
        return value(metric, slice, events / exposure, events, new Evidence.Rate(events, exposure));
    }

    static Measurement mean(Metric<?> metric, Slice slice, double mean, double sd, long n, double effective) {
        return value(metric, slice, mean, n, new Evidence.Mean(mean, sd, n, effective));
    }

    static Measurement estimate(Metric<?> metric, double value, double standardError, long n) {
        return value(metric, Slice.ALL, value, n, new Evidence.Estimate(value, standardError));
    }

    static Measurement plain(Metric<?> metric, Slice slice, double value, long n) {
        return value(metric, slice, value, n, new Evidence.Plain());
    }

    static Measurement undefined(Metric<?> metric, Slice slice, Result.Reason reason, String because) {
        return new Measurement(metric, slice, Result.undefined(0, reason, because));
    }

    private static Measurement value(Metric<?> metric, Slice slice, double value, long n, Evidence evidence) {
        return new Measurement(metric, slice, new Result.Value(value, n, Optional.empty(), evidence, List.of()));
    }

    /** Three quiet weeks, near the playbook's own example. */
    static List<Measurement> quiet() {
        return new ArrayList<>(List.of(
                share(WIN_RATE, Slice.ALL, 462, 832),
                share(WIN_RATE, BTC, 236, 420),
                share(WIN_RATE, ETH, 226, 412),
                plain(TRADES, Slice.ALL, 832, 832),
                mean(CONFIDENCE, Slice.ALL, 0.763, 0.1, 2016, 400),
                mean(CONFIDENCE, TRADING, 0.831, 0.04, 1048, 200),
                mean(CONFIDENCE, LEARNING, 0.685, 0.06, 968, 200),
                plain(CONFIDENCE_SD, Slice.ALL, 0.1, 2016),
                plain(CONFIDENCE_MAX, Slice.ALL, 0.93, 2016),
                rate(RETRAININGS, Slice.ALL, 134, 42),
                share(RETRAINING_SUCCESS, Slice.ALL, 117, 134),
                mean(RETRAINING_DURATION, Slice.ALL, 252, 60, 134, 134),
                share(MODE_SHARE, TRADING, 19, 37),
                share(MODE_SHARE, LEARNING, 18, 37),
                rate(TRANSITIONS, Slice.ALL, 36, 3),
                plain(PEAK, Slice.ALL, 1, 36),
                mean(DAILY_PNL, Slice.ALL, 127.45, 110, 21, 21),
                plain(DAILY_BEST, Slice.ALL, 342.1, 21),
                plain(DAILY_WORST, Slice.ALL, -89.2, 21),
                plain(RED_DAYS, Slice.ALL, 1, 21),
                estimate(SHARPE, 1.47, 1.2, 21),
                plain(DRAWDOWN, Slice.ALL, 0.029, 30_240),
                plain(WORST_RETURN, Slice.ALL, -0.009, 21)));
    }

    /** One week of the same, the numbers a little different by chance. */
    static List<Measurement> clean() {
        return new ArrayList<>(List.of(
                share(WIN_RATE, Slice.ALL, 153, 275),
                share(WIN_RATE, BTC, 80, 140),
                share(WIN_RATE, ETH, 75, 135),
                plain(TRADES, Slice.ALL, 275, 275),
                mean(CONFIDENCE, Slice.ALL, 0.758, 0.1, 672, 140),
                plain(CONFIDENCE_SD, Slice.ALL, 0.1, 672),
                plain(CONFIDENCE_MAX, Slice.ALL, 0.91, 672),
                rate(RETRAININGS, Slice.ALL, 40, 14),
                share(RETRAINING_SUCCESS, Slice.ALL, 36, 40),
                share(MODE_SHARE, TRADING, 7, 13),
                share(MODE_SHARE, LEARNING, 6, 13),
                rate(TRANSITIONS, Slice.ALL, 13, 1),
                plain(PEAK, Slice.ALL, 2, 13),
                plain(RED_DAYS, Slice.ALL, 2, 7),
                estimate(SHARPE, -0.62, 10.2, 7),
                plain(DRAWDOWN, Slice.ALL, 0.045, 10_080),
                plain(WORST_RETURN, Slice.ALL, -0.012, 7)));
    }

    /** The week with one measurement in place of the one of the same metric and slice. */
    static List<Measurement> with(List<Measurement> week, Measurement other) {
        List<Measurement> all = new ArrayList<>(week);
        all.removeIf(it -> it.metric().equals(other.metric()) && it.slice().equals(other.slice()));
        all.add(other);
        return all;
    }

    static Baseline baseline(List<Measurement> entries) {
        return new Baseline(
                "launch", SCOPE, THEN, ZoneOffset.UTC, Instant.parse("2026-10-27T06:00:00Z"), entries, List.of());
    }

    /** The shipped rules of a system. */
    static Rules rules(String system) {
        return Rules.of(Path.of("data", "rules"), system, METRICS);
    }

    static Check check(List<Measurement> now, List<Measurement> then, String system) {
        return new Assessment(SCOPE, NOW, now, Optional.of(baseline(then)), rules(system), Optional.empty()).check();
    }

    static Deviation row(Check check, Deviation.Kind kind, Metric<?> metric, Slice slice) {
        return check.rows().stream()
                .filter(row -> row.kind() == kind
                        && row.now().metric().equals(metric)
                        && row.now().slice().equals(slice))
                .findFirst()
                .orElseThrow();
    }
}
