package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.Track;
import dev.plumbline.chart.CalendarChart;
import dev.plumbline.chart.CalibrationChart;
import dev.plumbline.chart.Chart;
import dev.plumbline.chart.ConfidenceChart;
import dev.plumbline.chart.DailyPnlChart;
import dev.plumbline.chart.DecisionMixChart;
import dev.plumbline.chart.DistributionChart;
import dev.plumbline.chart.EquityChart;
import dev.plumbline.chart.GrowthChart;
import dev.plumbline.chart.RetrainingChart;
import dev.plumbline.chart.TimelineChart;
import dev.plumbline.chart.UnderwaterChart;
import dev.plumbline.chart.WeekHoursChart;
import dev.plumbline.metric.DrawdownTable;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Reliability;
import dev.plumbline.metric.Risks;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Pictures of a window, one call each. A picture whose rows are not there says so, in words, in its place. */
public final class Charts {

    /** Days before the window that a picture shows beside it. */
    private static final int CONTEXT_DAYS = 14;

    /** Daily returns that a distribution is made of. */
    private static final int DISTRIBUTION_DAYS = 90;

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
        Chart chart = EquityChart.of(curve, baseline.map(Baseline::period), window.period());
        return Picture.of(Marks.on(chart, context(window)));
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
        return Picture.of(Marks.on(DailyPnlChart.of(trades, window.period()), context(window)));
    }

    /** How far the account lies below its peak since the beginning; the three deepest stays are shaded. */
    public static Showable underwater(Window window) {
        EquityCurve curve = window.sinceBeginning().sample(EquityCurve.class);
        DrawdownTable table = DrawdownTable.of(curve);
        if (!table.because().isEmpty()) {
            return Picture.missing("Not available: " + table.because() + ".");
        }
        return Picture.of(
                UnderwaterChart.of(curve, table.stays().stream().limit(3).toList()));
    }

    /**
     * A metric of daily returns or of trades over a window that moves on by one, with the baseline’s value as a level.
     *
     * @param length of the moving window: days for a metric of returns or equity, trades for a metric of trades
     */
    public static Showable rolling(Window window, Metric<?> metric, int length, Optional<Baseline> baseline) {
        return RollingPicture.of(context(window, Math.max(CONTEXT_DAYS, 3 * length)), window, metric, length, baseline)
                .map(chart -> Picture.of(Marks.on(chart, context(window))))
                .orElseGet(() -> Picture.missing("Not available: fewer than " + length
                        + (metric.sample() == ClosedTrades.class ? " trades" : " daily returns")
                        + " up to the end of this window."));
    }

    /** A cell a day: the account’s daily return where its value is known, else the P&L of the trades closed. */
    public static Showable calendar(Window window) {
        Window weeks = context(window, 7 * CalendarChart.WEEKS);
        Returns returns = weeks.sample(EquityCurve.class).dailyReturns();
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        for (int i = 0; i < returns.size(); i++) {
            days.put(day(returns.micros()[i], window), returns.value()[i]);
        }
        if (!days.isEmpty()) {
            return Picture.of(CalendarChart.of("daily returns", days, Chart.Format.PERCENT, name(window.zone())));
        }
        ClosedTrades trades = weeks.sample(ClosedTrades.class);
        for (int i = 0; i < trades.size(); i++) {
            days.merge(day(trades.exitMicros()[i], window), trades.pnl()[i], Double::sum);
        }
        if (days.isEmpty()) {
            return Picture.missing("Not available: neither the account’s value nor a closed trade is known.");
        }
        boolean money = trades.basis().isMoney();
        return Picture.of(CalendarChart.of(
                "daily P&L" + (money ? " in " + trades.currency() : ", sums of trades in %"),
                days,
                money ? Chart.Format.MONEY : Chart.Format.PERCENT,
                name(window.zone())));
    }

    /** How often which daily return came in the 90 days up to the end of the window, with the value at risk. */
    public static Showable returns(Window window) {
        Window quarter = context(window, DISTRIBUTION_DAYS);
        Returns returns = quarter.sample(Returns.class);
        return returns.size() < 2
                ? Picture.missing("Not available: fewer than two daily returns are known.")
                : Picture.of(DistributionChart.of(returns, quarter.measure(Risks.VAR_95), "day"));
    }

    /** Profit and loss by weekday and hour of closing, over the four weeks up to the end of the window. */
    public static Showable weekHours(Window window) {
        ClosedTrades trades = context(window, 28).sample(ClosedTrades.class);
        return trades.size() == 0
                ? Picture.missing("Not available: no trade was closed in the four weeks up to the end of this window.")
                : Picture.of(WeekHoursChart.of(trades));
    }

    /** When the rules on what is monitored fired in the window; nothing to draw where none did. */
    public static Showable alerts(Window window) {
        List<TimelineChart.Stretch> stretches = new ArrayList<>();
        for (Track track : window.seriesAlerts().tracks()) {
            Chart.Tone tone =
                    switch (track.level().verdict()) {
                        case RED -> Chart.Tone.LOSS;
                        case YELLOW -> Chart.Tone.SECOND;
                        default -> Chart.Tone.PALE;
                    };
            for (Episode episode : track.episodes()) {
                long from = Math.max(episode.fired(), window.period().fromMicros());
                long until = Math.min(
                        Math.max(episode.until(), from), window.period().toMicros());
                if (from < window.period().toMicros()) {
                    stretches.add(
                            new TimelineChart.Stretch(track.rule(), Period.instant(from), Period.instant(until), tone));
                }
            }
        }
        return stretches.isEmpty()
                ? Picture.missing("No rule on what is monitored fired in this window.")
                : Picture.of(TimelineChart.of("times that a rule fired", stretches, window.period(), window.zone()));
    }

    /** Accounts side by side, each as its own growth since its window began. */
    public static Showable growth(List<Window> windows) {
        List<GrowthChart.Account> accounts = windows.stream()
                .map(window -> new GrowthChart.Account(window.scope().agent(), window.sample(EquityCurve.class)))
                .filter(account -> account.curve().size() > 0)
                .toList();
        return accounts.isEmpty()
                ? Picture.missing("Not available: no account’s value is known in this window.")
                : Picture.of(GrowthChart.of(accounts, windows.get(0).zone()));
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

    private static LocalDate day(long micros, Window window) {
        return Period.instant(micros).atZone(window.zone()).toLocalDate();
    }

    private static String name(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    private static Window context(Window window) {
        return context(window, CONTEXT_DAYS);
    }

    /** The window and so many days before it. */
    private static Window context(Window window, int days) {
        Period period = window.period();
        return window.workbench()
                .between(Period.of(
                        period.from().atZone(window.zone()).minusDays(days).toInstant(), period.to()));
    }
}
