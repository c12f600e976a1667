package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.HysteresisReplay;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.SliceSweep;
import dev.plumbline.metric.ThresholdSweep;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Slice;
import dev.plumbline.report.Showable;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the evidence of a window says about a bot’s settings: change, keep, or cannot tell, and why. What is chosen on past
 * trades is judged on later ones.
 */
public final class Tuning {

    /** Thresholds to begin and to end trading that are replayed; the first are the playbook’s. */
    private static final double[][] PAIRS = {
        {0.80, 0.75}, {0.80, 0.70}, {0.80, 0.80}, {0.75, 0.70}, {0.85, 0.80}, {0.70, 0.65}
    };

    private static final int WEEK = 7;

    private Tuning() {}

    /** Would a higher confidence threshold have paid? A row a threshold. */
    public static Showable threshold(Window window) {
        ClosedTrades trades = window.sample(ClosedTrades.class);
        ThresholdSweep sweep = ThresholdSweep.of(trades, conventions());
        if (sweep.rows().isEmpty()) {
            return Evaluated.only("**Cannot tell**: " + sweep.because() + ".");
        }
        Unit unit = unit(trades);
        List<List<String>> rows = sweep.rows().stream()
                .map(row -> List.of(
                        Unit.SHARE.format(row.threshold()),
                        Integer.toString(row.kept().size()),
                        cell(Metrics.WIN_RATE.measure(row.kept(), conventions())),
                        cell(Metrics.PROFIT_FACTOR.measure(row.kept(), conventions())),
                        unit.format(row.net()),
                        unit.format(row.left())))
                .toList();
        String answer =
                switch (sweep.advice()) {
                    case CHANGE -> "**Change**: raise the confidence threshold to " + Unit.SHARE.format(sweep.best());
                    case KEEP -> "**Keep** the confidence threshold";
                    case CANNOT_TELL -> "**Cannot tell** whether a higher confidence threshold pays";
                };
        return new Evaluated(
                answer + ": " + sweep.because() + ". A lower one cannot be judged: what was not traded has no outcome.",
                "Trades kept at each threshold, over the whole window; in brackets the 95 % interval. The advice rests on"
                        + " trades that the choice had not seen.",
                Evaluated.columns(
                        "threshold", "#trades kept", "#win rate", "#profit factor", "#P&L kept", "#P&L left out"),
                rows);
    }

    /**
     * Which symbols, or timeframes, earn and which lose, and would leaving out past losers have paid?
     *
     * @param dimension {@code symbol} or {@code interval}, or any other of closed trades
     */
    public static Showable slices(Window window, String dimension) {
        NamedTrades named = NamedTrades.of(window, dimension);
        if (named.names().length == 0) {
            return Evaluated.only("Not available: no closed trade with a known " + dimension + ".");
        }
        SliceSweep sweep = SliceSweep.of(named.trades(), named.names(), conventions());
        Unit unit = unit(named.trades());
        List<List<String>> rows = sweep.rows().stream()
                .map(row -> List.of(
                        row.name(),
                        Integer.toString(row.trades().size()),
                        cell(Metrics.WIN_RATE.measure(row.trades(), conventions())),
                        cell(unit, row.mean()),
                        unit.format(SliceSweep.net(row)),
                        row.p() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", row.p()),
                        switch (row.word()) {
                            case EARNS -> "earns";
                            case LOSES -> "loses: tune or disable";
                            case CANNOT_TELL -> "cannot tell";
                        }))
                .toList();
        return new Evaluated(
                certain(sweep, dimension) + " Leaving out each " + dimension + " that had lost so far: **"
                        + sweep.forward().advice().words() + "**; "
                        + sweep.forward().because() + ".",
                "p: chance of such a mean where nothing is earned, corrected for " + rows.size() + " (Holm).",
                Evaluated.columns(dimension, "#trades", "#win rate", "#P&L a trade", "#P&L", "#p", "evidence"),
                rows);
    }

    private static String certain(SliceSweep sweep, String dimension) {
        List<String> parts = new ArrayList<>();
        for (SliceSweep.Word word : List.of(SliceSweep.Word.EARNS, SliceSweep.Word.LOSES)) {
            List<SliceSweep.Row> rows = sweep.certain(word);
            if (!rows.isEmpty()) {
                parts.add((word == SliceSweep.Word.EARNS ? "Earns for certain: " : "Loses for certain: ")
                        + rows.stream().map(SliceSweep.Row::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        return parts.isEmpty()
                ? "No " + dimension + " earns or loses for certain: the differences may be luck."
                : String.join(" ", parts);
    }

    /** How other thresholds to begin and to end trading would have switched, beside what the bot did. */
    public static Showable hysteresis(Window window) {
        ConfidenceReadings readings = window.sample(ConfidenceReadings.class);
        if (readings.size() == 0) {
            return Evaluated.only("Not available: no confidence was stated in this window.");
        }
        if (window.sample(ModeHistory.class).size() == 0) {
            return Evaluated.only("Not available: no mode is recorded, so there is no switching to replay.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "as it was",
                "",
                cell(window.measure(Metrics.MODE_TRANSITIONS)),
                window.measure(Metrics.MODE_SHARE_TIME, Slice.of("mode", "TRADING"))
                        .text()));
        for (double[] pair : PAIRS) {
            HysteresisReplay replay = HysteresisReplay.of(readings, pair[0], pair[1], conventions());
            rows.add(List.of(
                    Unit.SHARE.format(pair[0]).replace(".0", "") + " / "
                            + Unit.SHARE.format(pair[1]).replace(".0", ""),
                    Integer.toString(replay.transitions()),
                    cell(Unit.PER_WEEK, replay.perWeek()),
                    text(Unit.SHARE, replay.tradingShare())));
        }
        return new Evaluated(
                "Replayed on " + String.format(Locale.ROOT, "%,d", readings.size())
                        + " statements of confidence. What a switch does to the trades is not in it: the bot’s own rules may ask for"
                        + " more than confidence.",
                "Begin to trade at / stop below; a week of all series together.",
                Evaluated.columns("begin / stop", "#transitions", "#a week [95 %]", "#time trading"),
                rows);
    }

    /**
     * Whether the playbook’s criterion for a full retraining is met: a win rate below a floor for two weeks or more.
     *
     * @param floor such as 0.52
     */
    public static Showable fullRetraining(Window window, double floor) {
        List<Window> weeks = new ArrayList<>();
        Window last = window.workbench().last(WEEK, ChronoUnit.DAYS);
        for (Window week = last;
                weeks.size() < 4
                        && !week.period().from().isBefore(window.period().from());
                week = week.before()) {
            weeks.add(0, week);
        }
        List<Measurement> rates =
                weeks.stream().map(week -> week.measure(Metrics.WIN_RATE)).toList();
        if (rates.stream().noneMatch(Measurement::isDefined)) {
            return Evaluated.only("Not available: no week of this window has a closed trade.");
        }
        int below = 0;
        boolean certain = true;
        for (int i = rates.size() - 1; i >= 0 && rates.get(i).value().orElse(1) < floor; i--) {
            below++;
            certain &=
                    rates.get(i).interval().map(range -> range.high() < floor).orElse(false);
        }
        String answer = below < 2
                ? "**Keep**: the win rate was not below " + Unit.SHARE.format(floor) + " for two weeks in a row"
                : "**" + (certain ? "Retrain fully" : "The criterion is met, but it may be chance")
                        + "**: the win rate was below "
                        + Unit.SHARE.format(floor) + " in the last " + below + " weeks"
                        + (certain ? ", for certain in each" : "; the intervals reach above it");
        return new Evaluated(
                answer + ".",
                "",
                Evaluated.columns("week", "#trades", "#win rate [95 %]"),
                IntStream.range(0, weeks.size())
                        .mapToObj(i -> List.of(
                                Dates.range(weeks.get(i).period(), window.zone()),
                                Long.toString(rates.get(i).n()),
                                cell(rates.get(i))))
                        .toList());
    }

    private static Conventions conventions() {
        return Conventions.standard();
    }

    private static Unit unit(ClosedTrades trades) {
        return trades.basis().isMoney() ? Unit.MONEY : Unit.SHARE;
    }

    private static String cell(Measurement measured) {
        return cell(measured.metric().unit(), measured.result());
    }

    /** {@code 54.9 % [46.1, 63.4]}. */
    private static String cell(Unit unit, Result result) {
        return result instanceof Result.Value value
                ? unit.format(value.value())
                        + value.interval().map(i -> " [" + range(unit, i) + "]").orElse("")
                : "–";
    }

    private static String text(Unit unit, Result result) {
        return result instanceof Result.Value value ? unit.format(value.value()) : "–";
    }

    private static String range(Unit unit, Interval range) {
        return (unit.format(range.low()) + ", " + unit.format(range.high()))
                .replace(" %", "")
                .replace(" a week", "");
    }
}
