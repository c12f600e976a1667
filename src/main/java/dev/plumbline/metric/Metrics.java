package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.actions;
import static dev.plumbline.metric.Kind.annual;
import static dev.plumbline.metric.Kind.confidence;
import static dev.plumbline.metric.Kind.equity;
import static dev.plumbline.metric.Kind.history;
import static dev.plumbline.metric.Kind.money;
import static dev.plumbline.metric.Kind.pnl;
import static dev.plumbline.metric.Kind.retraining;
import static dev.plumbline.metric.Kind.returns;
import static dev.plumbline.metric.Kind.trades;
import static dev.plumbline.metric.Metric.Better.HIGHER;
import static dev.plumbline.metric.Metric.Better.LOWER;
import static dev.plumbline.metric.Metric.Better.NEITHER;
import static dev.plumbline.metric.Unit.BITS;
import static dev.plumbline.metric.Unit.COUNT;
import static dev.plumbline.metric.Unit.MONEY;
import static dev.plumbline.metric.Unit.PER_DAY;
import static dev.plumbline.metric.Unit.PER_HOUR;
import static dev.plumbline.metric.Unit.PER_WEEK;
import static dev.plumbline.metric.Unit.RATIO;
import static dev.plumbline.metric.Unit.SECONDS;
import static dev.plumbline.metric.Unit.SHARE;

import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import java.util.List;
import java.util.stream.Stream;

/** The list of metrics: the only registry there is. */
public final class Metrics {

    /** Closed trades. */
    public static final Metric<ClosedTrades> TRADES = trades("trades", "trades", COUNT, NEITHER, TradeCounts::trades);

    /** Trades with P&L above 0. */
    public static final Metric<ClosedTrades> WINS =
            trades("wins", "winning trades", COUNT, HIGHER, OnTrades.counting(TradeCounts::wins));

    /** Trades with P&L below 0. */
    public static final Metric<ClosedTrades> LOSSES =
            trades("losses", "losing trades", COUNT, LOWER, OnTrades.counting(TradeCounts::losses));

    /** Trades with P&L of exactly 0. */
    public static final Metric<ClosedTrades> BREAKEVEN =
            trades("breakeven", "break-even trades", COUNT, NEITHER, OnTrades.counting(TradeCounts::breakeven));

    /** Wins / trades: see {@link WinRate}. */
    public static final Metric<ClosedTrades> WIN_RATE = pnl("win_rate", "win rate", SHARE, HIGHER, new WinRate());

    /** Gross profit / gross loss: see {@link ProfitFactor}. */
    public static final Metric<ClosedTrades> PROFIT_FACTOR =
            pnl("profit_factor", "profit factor", RATIO, HIGHER, new ProfitFactor());

    /** Mean P&L a trade: see {@link Expectancy}. */
    public static final Metric<ClosedTrades> EXPECTANCY =
            pnl("expectancy", "expectancy", MONEY, HIGHER, new Expectancy());

    /** Σ P&L: see {@link TradeSums}. */
    public static final Metric<ClosedTrades> NET_PNL = money("net_pnl", "net P&L", MONEY, HIGHER, TradeSums::net);

    /** Σ of what was won. */
    public static final Metric<ClosedTrades> GROSS_PROFIT =
            money("gross_profit", "gross profit", MONEY, HIGHER, TradeSums::gain);

    /** Σ of what was lost, a positive number. */
    public static final Metric<ClosedTrades> GROSS_LOSS =
            money("gross_loss", "gross loss", MONEY, LOWER, TradeSums::loss);

    /** Average win / average loss: see {@link PayoffRatio}. */
    public static final Metric<ClosedTrades> PAYOFF_RATIO =
            pnl("payoff_ratio", "payoff ratio", RATIO, HIGHER, new PayoffRatio());

    /** Mean P&L of a winning trade; see {@link AverageTrade#win}. */
    public static final Metric<ClosedTrades> AVERAGE_WIN =
            pnl("average_win", "average win", MONEY, HIGHER, AverageTrade::win);

    /** A positive number: see {@link AverageTrade#loss}. */
    public static final Metric<ClosedTrades> AVERAGE_LOSS =
            pnl("average_loss", "average loss", MONEY, LOWER, AverageTrade::loss);

    /** The largest win; see {@link AverageTrade#largestWin}. */
    public static final Metric<ClosedTrades> LARGEST_WIN =
            pnl("largest_win", "largest win", MONEY, HIGHER, AverageTrade::largestWin);

    /** A positive number: see {@link AverageTrade#largestLoss}. */
    public static final Metric<ClosedTrades> LARGEST_LOSS =
            pnl("largest_loss", "largest loss", MONEY, LOWER, AverageTrade::largestLoss);

    /** Full Kelly: see {@link Kelly}. */
    public static final Metric<ClosedTrades> KELLY = pnl("kelly", "Kelly share", SHARE, HIGHER, new Kelly());

    /** √n · mean / sd: see {@link Sqn}. */
    public static final Metric<ClosedTrades> SQN = pnl("sqn", "system quality number", RATIO, HIGHER, new Sqn());

    /** The longest run of wins. */
    public static final Metric<ClosedTrades> MAX_CONSECUTIVE_WINS =
            pnl("max_consecutive_wins", "wins in a row", COUNT, HIGHER, TradeCounts::winsInARow);

    /** The longest run of losses. */
    public static final Metric<ClosedTrades> MAX_CONSECUTIVE_LOSSES =
            pnl("max_consecutive_losses", "losses in a row", COUNT, LOWER, TradeCounts::lossesInARow);

    /** The deepest fall of what closed trades had brought so far; see {@link PnlDrawdown}. */
    public static final Metric<ClosedTrades> MAX_DRAWDOWN_ABS =
            money("max_drawdown_abs", "deepest fall of closed P&L", MONEY, LOWER, new PnlDrawdown());

    /** How long a trade is held: the median, the mean or a high quantile; see {@link HoldingTime}. */
    public static final Metric<ClosedTrades> HOLDING_TIME =
            trades("holding_time", "holding time, median", SECONDS, NEITHER, HoldingTime.MEDIAN);

    /** How long a trade is held: the median, the mean or a high quantile; see {@link HoldingTime}. */
    public static final Metric<ClosedTrades> HOLDING_TIME_MEAN =
            trades("holding_time_mean", "holding time, mean", SECONDS, NEITHER, HoldingTime.MEAN);

    /** How long a trade is held: the median, the mean or a high quantile; see {@link HoldingTime}. */
    public static final Metric<ClosedTrades> HOLDING_TIME_P95 =
            trades("holding_time_p95", "holding time, 95 % quantile", SECONDS, NEITHER, HoldingTime.P95);

    /** What a day brings on average; see {@link DailyPnl#average}. */
    public static final Metric<ClosedTrades> DAILY_PNL =
            money("daily_pnl", "average daily P&L", MONEY, HIGHER, DailyPnl::average);

    /** The best day; see {@link DailyPnl#best}. */
    public static final Metric<ClosedTrades> DAILY_PNL_BEST =
            money("daily_pnl_best", "best day’s P&L", MONEY, HIGHER, DailyPnl::best);

    /** The worst day; see {@link DailyPnl#worst}. */
    public static final Metric<ClosedTrades> DAILY_PNL_WORST =
            money("daily_pnl_worst", "worst day’s P&L", MONEY, HIGHER, DailyPnl::worst);

    /** The share of days that lost; see {@link DailyPnl#redShare}. */
    public static final Metric<ClosedTrades> RED_DAY_SHARE =
            pnl("red_day_share", "share of red days", SHARE, LOWER, DailyPnl::redShare);

    /** The longest run of days that lost, inside the period; see {@link DailyPnl#redInARow}. */
    public static final Metric<ClosedTrades> RED_DAYS_IN_A_ROW =
            pnl("red_days_in_a_row", "red days in a row", COUNT, LOWER, DailyPnl::redInARow);

    /** Total return; see {@link Growth#total}. */
    public static final Metric<EquityCurve> TOTAL_RETURN =
            equity("total_return", "total return", SHARE, HIGHER, Growth::total);

    /** Compound annual growth rate; see {@link Growth#annual}. */
    public static final Metric<EquityCurve> CAGR =
            equity("cagr", "compound annual growth rate", SHARE, HIGHER, Growth::annual);

    /** Calmar ratio; see {@link Growth#calmar}. */
    public static final Metric<EquityCurve> CALMAR = equity("calmar", "Calmar ratio", RATIO, HIGHER, Growth::calmar);

    /** See {@link Drawdowns#max(TimeWeighted, EquityCurve, Conventions)}. */
    public static final Metric<EquityCurve> MAX_DRAWDOWN =
            equity("max_drawdown", "maximum drawdown", SHARE, LOWER, Drawdowns::max);

    /** Of the period alone: see {@link Drawdowns#current}. */
    public static final Metric<EquityCurve> CURRENT_DRAWDOWN =
            equity("current_drawdown", "current drawdown", SHARE, LOWER, Drawdowns::current);

    /** Of a sample of all history: see {@link Drawdowns#current}. */
    public static final Metric<EquityCurve> DRAWDOWN_FROM_PEAK =
            equity("drawdown_from_peak", "drawdown from peak", SHARE, LOWER, Drawdowns::current);

    /**
     * How long the deepest drawdown took; the first of them where two are equally deep; see {@link
     * Underwater#ofDeepest}.
     */
    public static final Metric<EquityCurve> MAX_DRAWDOWN_DURATION =
            equity("max_drawdown_duration", "duration of the maximum drawdown", SECONDS, LOWER, Underwater::ofDeepest);

    /** The longest stay below a peak; see {@link Underwater#longest}. */
    public static final Metric<EquityCurve> LONGEST_UNDERWATER =
            equity("longest_underwater", "longest time below a peak", SECONDS, LOWER, Underwater::longest);

    /** Ulcer index; see {@link Drawdowns#ulcer}. */
    public static final Metric<EquityCurve> ULCER_INDEX =
            equity("ulcer_index", "ulcer index", SHARE, LOWER, Drawdowns::ulcer);

    /** Mean excess return over its deviation, scaled to a year; see {@link Sharpe}. */
    public static final Metric<Returns> SHARPE =
            annual("sharpe", "Sharpe ratio, annualised", RATIO, HIGHER, new Sharpe());

    /** Sortino ratio; see {@link Downside#sortino}. */
    public static final Metric<Returns> SORTINO =
            annual("sortino", "Sortino ratio, annualised", RATIO, HIGHER, Downside::sortino);

    /** Deviation of returns, scaled to a year; see {@link Volatility}. */
    public static final Metric<Returns> VOLATILITY =
            annual("volatility", "volatility, annualised", SHARE, LOWER, new Volatility());

    /** Downside deviation, annualised; see {@link Downside#deviation}. */
    public static final Metric<Returns> DOWNSIDE_DEVIATION =
            annual("downside_deviation", "downside deviation, annualised", SHARE, LOWER, Downside::deviation);

    /** Of one period, not annualised: see {@link MeanReturn#of}. */
    public static final Metric<Returns> MEAN_RETURN =
            returns("mean_return", "mean return", SHARE, HIGHER, MeanReturn::of);

    /** Σ r / n, with Student's interval from 10 returns on; see {@link MeanReturn#of}. */
    public static final Metric<Returns> DAILY_RETURN =
            returns("daily_return", "average daily return", SHARE, HIGHER, MeanReturn::of);

    /** Negative where it lost: see {@link MeanReturn#worst}. */
    public static final Metric<Returns> DAILY_RETURN_WORST =
            returns("daily_return_worst", "worst daily return", SHARE, HIGHER, MeanReturn::worst);

    /** All {@code open_*} together: see {@link ActionMix#share}. */
    public static final Metric<ActionCounts> OPEN_SHARE = actions(
            "open_share",
            "share of open actions",
            SHARE,
            NEITHER,
            ActionMix.share(action -> action.startsWith("open_")));

    /** How mixed the decisions are; see {@link ActionMix#entropy}. */
    public static final Metric<ActionCounts> ACTION_ENTROPY =
            actions("action_entropy", "entropy of the actions", BITS, NEITHER, ActionMix::entropy);

    /** Decisions an hour; see {@link ActionMix#rate}. */
    public static final Metric<ActionCounts> DECISIONS_PER_HOUR =
            actions("decisions_per_hour", "decisions an hour", PER_HOUR, NEITHER, ActionMix::rate);

    /** Σ c / n over all series; see {@link Confidence#mean}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE =
            confidence("confidence", "average confidence", SHARE, NEITHER, Confidence::mean);

    /** Sample deviation over all series, divisor n - 1; see {@link Confidence#deviation}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_SD =
            confidence("confidence_sd", "deviation of confidence", SHARE, NEITHER, Confidence::deviation);

    /** The smallest reading. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_MIN =
            confidence("confidence_min", "lowest confidence", SHARE, NEITHER, Confidence.quantile(0));

    /** The largest reading. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_MAX =
            confidence("confidence_max", "highest confidence", SHARE, NEITHER, Confidence.quantile(1));

    /** The quantile of type 7; 0 is the smallest, 1 the largest; see {@link Confidence#quantile}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_P05 =
            confidence("confidence_p05", "confidence, 5 % quantile", SHARE, NEITHER, Confidence.quantile(0.05));

    /** The quantile of type 7; 0 is the smallest, 1 the largest; see {@link Confidence#quantile}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_P50 =
            confidence("confidence_p50", "confidence, median", SHARE, NEITHER, Confidence.quantile(0.5));

    /** The quantile of type 7; 0 is the smallest, 1 the largest; see {@link Confidence#quantile}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_P95 =
            confidence("confidence_p95", "confidence, 95 % quantile", SHARE, NEITHER, Confidence.quantile(0.95));

    /** Transitions a week, of all series together; see {@link ModeTransitions#weekly}. */
    public static final Metric<ModeHistory> MODE_TRANSITIONS =
            history("mode_transitions", "mode transitions a week", PER_WEEK, NEITHER, ModeTransitions::weekly);

    /** The most transitions of one series within an hour; see {@link ModeTransitions#peak}. */
    public static final Metric<ModeHistory> MODE_TRANSITIONS_PEAK =
            history("mode_transitions_peak", "most mode transitions in an hour", COUNT, LOWER, ModeTransitions::peak);

    /** Runs a day and symbol; see {@link Retraining#rate}. */
    public static final Metric<RetrainingRuns> RETRAININGS_PER_DAY =
            retraining("retrainings_per_day", "retrainings a day and symbol", PER_DAY, NEITHER, Retraining::rate);

    /** Over finished runs: see {@link Retraining#success}. */
    public static final Metric<RetrainingRuns> RETRAINING_SUCCESS_RATE =
            retraining("retraining_success_rate", "retraining success", SHARE, HIGHER, Retraining::success);

    /** As the playbook divides: see {@link Retraining#successOfAll}. */
    public static final Metric<RetrainingRuns> RETRAINING_SUCCESS_RATE_ALL = retraining(
            "retraining_success_rate_all", "retraining success, all rows", SHARE, HIGHER, Retraining::successOfAll);

    /** Mean duration of the runs whose duration is known; see {@link Retraining#duration}. */
    public static final Metric<RetrainingRuns> RETRAINING_DURATION =
            retraining("retraining_duration", "retraining duration, mean", SECONDS, LOWER, Retraining::duration);

    /** 95 % quantile, type 7, of the known durations; see {@link Retraining#longDuration}. */
    public static final Metric<RetrainingRuns> RETRAINING_DURATION_P95 = retraining(
            "retraining_duration_p95", "retraining duration, 95 % quantile", SECONDS, LOWER, Retraining::longDuration);

    /** Mean validation confidence where known; see {@link Retraining#confidenceAfter}. */
    public static final Metric<RetrainingRuns> RETRAINING_CONFIDENCE_AFTER = retraining(
            "retraining_confidence_after", "confidence after retraining", SHARE, HIGHER, Retraining::confidenceAfter);

    /** The share of decisions for each action; only {@code by("action")} has a value. */
    public static final Metric<ActionCounts> ACTION_SHARE =
            actions("action_share", "share of decisions", SHARE, NEITHER, new OfEach<>("action"));

    /** The share of mode states in each mode, as the playbook counts; only {@code by("mode")} has a value. */
    public static final Metric<ModeHistory> MODE_SHARE_ROWS =
            history("mode_share_rows", "share of mode rows", SHARE, NEITHER, new OfEach<>("mode"));

    /** The share of time in each mode, as it is lived; only {@code by("mode")} has a value. */
    public static final Metric<ModeHistory> MODE_SHARE_TIME =
            history("mode_share_time", "share of time in mode", SHARE, NEITHER, new OfEach<>("mode"));

    /** Every metric. */
    public static final List<Metric<?>> ALL = Stream.of(
                    List.of(TRADES, WINS, LOSSES, BREAKEVEN),
                    List.of(WIN_RATE, PROFIT_FACTOR, EXPECTANCY, NET_PNL),
                    List.of(GROSS_PROFIT, GROSS_LOSS, PAYOFF_RATIO, AVERAGE_WIN),
                    List.of(AVERAGE_LOSS, LARGEST_WIN, LARGEST_LOSS, KELLY),
                    List.of(SQN, MAX_CONSECUTIVE_WINS, MAX_CONSECUTIVE_LOSSES, MAX_DRAWDOWN_ABS),
                    List.of(HOLDING_TIME, HOLDING_TIME_MEAN, HOLDING_TIME_P95, DAILY_PNL),
                    List.of(DAILY_PNL_BEST, DAILY_PNL_WORST, RED_DAY_SHARE, RED_DAYS_IN_A_ROW),
                    List.of(TOTAL_RETURN, CAGR, CALMAR, MAX_DRAWDOWN),
                    List.of(CURRENT_DRAWDOWN, DRAWDOWN_FROM_PEAK, MAX_DRAWDOWN_DURATION, LONGEST_UNDERWATER),
                    List.of(ULCER_INDEX),
                    List.of(SHARPE, SORTINO, VOLATILITY, DOWNSIDE_DEVIATION),
                    List.of(MEAN_RETURN, DAILY_RETURN, DAILY_RETURN_WORST),
                    List.of(OPEN_SHARE, ACTION_ENTROPY, DECISIONS_PER_HOUR, ACTION_SHARE),
                    List.of(CONFIDENCE, CONFIDENCE_SD, CONFIDENCE_MIN, CONFIDENCE_MAX),
                    List.of(CONFIDENCE_P05, CONFIDENCE_P50, CONFIDENCE_P95),
                    List.of(MODE_SHARE_ROWS, MODE_SHARE_TIME, MODE_TRANSITIONS, MODE_TRANSITIONS_PEAK),
                    List.of(RETRAININGS_PER_DAY, RETRAINING_SUCCESS_RATE, RETRAINING_SUCCESS_RATE_ALL),
                    List.of(RETRAINING_DURATION, RETRAINING_DURATION_P95, RETRAINING_CONFIDENCE_AFTER),
                    Risks.ALL,
                    Depths.ALL,
                    Outcomes.ALL,
                    Operations.ALL,
                    News.ALL)
            .<Metric<?>>flatMap(List::stream)
            .toList();

    private Metrics() {}

    /** The share of decisions for one action, such as {@code open_long}: see {@link ActionMix#share}. */
    public static Metric<ActionCounts> actionShare(String action) {
        return actions(ACTION_SHARE.id(), ACTION_SHARE.title(), SHARE, NEITHER, ActionMix.share(action::equals));
    }

    /** The share of mode states in one mode, as the playbook counts: see {@link ModeShare#rows}. */
    public static Metric<ModeHistory> modeShareRows(String mode) {
        return history(MODE_SHARE_ROWS.id(), MODE_SHARE_ROWS.title(), SHARE, NEITHER, ModeShare.rows(mode));
    }

    /** The share of time in one mode, as it is lived: see {@link ModeShare#time}. */
    public static Metric<ModeHistory> modeShareTime(String mode) {
        return history(MODE_SHARE_TIME.id(), MODE_SHARE_TIME.title(), SHARE, NEITHER, ModeShare.time(mode));
    }

    /** Every metric, also those that are only found by their id and those that need a benchmark. */
    public static List<Metric<?>> every() {
        return Stream.of(ALL, Further.ALL, Benchmarks.ALL)
                .<Metric<?>>flatMap(List::stream)
                .toList();
    }

    /** The modes of a history in alphabetical order, carried ones too. */
    public static List<String> modes(ModeHistory history) {
        return ModeShare.modes(history);
    }

    /**
     * The metric of an id, such as {@code profit_factor}; {@code action_share:open_long}, {@code mode_share_rows:TRADING}
     * and {@code mode_share_time:TRADING} name what they are shares of.
     *
     * @throws IllegalArgumentException naming the nearest ids when there is none of that name
     */
    public static Metric<?> byId(String id) {
        return MetricIds.find(id);
    }
}
