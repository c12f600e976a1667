package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.chart.CalibrationChart;
import dev.plumbline.chart.Chart;
import dev.plumbline.chart.ConfidenceChart;
import dev.plumbline.chart.DailyPnlChart;
import dev.plumbline.chart.DecisionMixChart;
import dev.plumbline.chart.EquityChart;
import dev.plumbline.chart.RetrainingChart;
import dev.plumbline.metric.Reliability;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pictures of a window, one call each. A picture whose rows are not there says so, in words, in its place. */
public final class Charts {

    /** Days before the window that a picture shows beside it. */
    private static final int CONTEXT_DAYS = 14;

    private Charts() {}

    /** A chart, or why there is none. */
    private record Picture(Optional<Chart> chart, String instead) implements Showable {

        static Picture of(Chart chart) {
            return new Picture(Optional.of(chart), "");
        }

        static Picture missing(String what) {
            return new Picture(Optional.empty(), what);
        }

        @Override
        public List<Block> blocks() {
            return List.of(chart.<Block>map(Block.Figure::new).orElseGet(() -> new Block.Prose(instead)));
        }

        @Override
        public String toString() {
            return chart.map(c -> "chart: " + (c.title().isEmpty() ? c.alt() : c.title()))
                    .orElse(instead);
        }
    }

    /** Account value with the drawdown from its running peak beneath; two weeks before the window beside it. */
    public static Showable equity(Window window) {
        return equity(window, Optional.empty());
    }

    /** The same, with the baseline's period shaded. */
    public static Showable equity(Window window, Optional<Baseline> baseline) {
        EquityCurve curve = context(window).sample(EquityCurve.class);
        if (curve.size() == 0) {
            return Picture.missing(
                    "Not available: the source says nothing of the account's value. Where the bot knows only"
                            + " price changes, `capital` and `stake` in `data/sources.yaml` give a modelled curve.");
        }
        return Picture.of(EquityChart.of(curve, baseline.map(Baseline::period), window.period()));
    }

    /** Profit and loss by exit day. */
    public static Showable dailyPnl(Window window) {
        ClosedTrades trades = context(window).sample(ClosedTrades.class);
        if (trades.size() == 0) {
            return Picture.missing("Not available: no trade was closed in this window or in the two weeks before it.");
        }
        if (!trades.basis().isMoney()) {
            return Picture.missing(
                    "Not available in money: the source knows price changes only. `stake` in `data/sources.yaml` gives a"
                            + " modelled figure.");
        }
        return Picture.of(DailyPnlChart.of(trades, window.period()));
    }

    /** The share of each action by day. */
    public static Showable decisions(Window window) {
        Window context = context(window);
        Rows rows = context.rows("samples/actions_by_day");
        if (rows.isEmpty()) {
            return Picture.missing("Not available: the source holds no decisions for this window.");
        }
        Map<LocalDate, Map<String, Long>> byDay = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byDay.computeIfAbsent(LocalDate.parse(rows.texts("day")[i]), day -> new LinkedHashMap<>())
                    .put(rows.texts("action")[i], (long) rows.doubles("n")[i]);
        }
        ZoneId utc = ZoneId.of("UTC");
        List<ActionCounts> days = new ArrayList<>();
        byDay.forEach((day, counts) -> days.add(new ActionCounts(counts, Period.ofDays(day, day, utc))));
        return Picture.of(DecisionMixChart.of(days, window.period(), utc));
    }

    /** Confidence over time, with the stretches of each mode. */
    public static Showable confidence(Window window) {
        ConfidenceReadings readings = window.sample(ConfidenceReadings.class);
        if (readings.size() == 0) {
            return Picture.missing("Not available: no confidence was stated in this window.");
        }
        ModeHistory modes = window.sample(ModeHistory.class);
        Optional<ModeHistory> shown = modes.micros().length == 0 ? Optional.empty() : Optional.of(modes);
        return Picture.of(ConfidenceChart.of(readings, shown, window.period(), window.zone()));
    }

    /** Retraining runs by time, with their outcome. */
    public static Showable retrainings(Window window) {
        RetrainingRuns runs = window.sample(RetrainingRuns.class);
        return runs.size() == 0
                ? Picture.missing("Not available: no retraining is recorded in this window.")
                : Picture.of(RetrainingChart.of(runs, window.period(), window.zone()));
    }

    /** Share of trades won against the confidence stated at their opening. */
    public static Showable calibration(Window window) {
        ClosedTrades trades = window.sample(ClosedTrades.class);
        Reliability table = Reliability.of(trades);
        if (table.bins().isEmpty()) {
            return Picture.missing("Not available: " + table.because());
        }
        return Picture.of(CalibrationChart.of(
                table.bins().stream().mapToDouble(Reliability.Bin::stated).toArray(),
                table.bins().stream().mapToDouble(Reliability.Bin::won).toArray(),
                table.bins().stream().mapToDouble(bin -> bin.interval().low()).toArray(),
                table.bins().stream().mapToDouble(bin -> bin.interval().high()).toArray(),
                table.trades()));
    }

    private static Window context(Window window) {
        Period period = window.period();
        return window.workbench()
                .between(Period.of(
                        period.from()
                                .atZone(window.zone())
                                .minusDays(CONTEXT_DAYS)
                                .toInstant(),
                        period.to()));
    }
}
