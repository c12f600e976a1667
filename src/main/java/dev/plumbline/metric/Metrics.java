package dev.plumbline.metric;

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
import dev.plumbline.model.Sample;
import java.util.List;

/**
 * The list of metrics: the only registry there is. Shares of an action or a mode need its name: {@link #actionShare},
 * {@link #modeShareRows}, {@link #modeShareTime}.
 */
public final class Metrics {

    /** Closed trades. */
    public static final Metric<ClosedTrades> TRADES =
            metric("trades", "trades", COUNT, ClosedTrades.class, NEITHER, TradeCounts::trades);

    /** Trades with P&L above 0. */
    public static final Metric<ClosedTrades> WINS =
            metric("wins", "winning trades", COUNT, ClosedTrades.class, HIGHER, OnTrades.counting(TradeCounts::wins));

    /** Trades with P&L below 0. */
    public static final Metric<ClosedTrades> LOSSES =
            metric("losses", "losing trades", COUNT, ClosedTrades.class, LOWER, OnTrades.counting(TradeCounts::losses));

    /** Trades with P&L of exactly 0. */
    public static final Metric<ClosedTrades> BREAKEVEN = metric(
            "breakeven",
            "break-even trades",
            COUNT,
            ClosedTrades.class,
            NEITHER,
            OnTrades.counting(TradeCounts::breakeven));

    /** Wins / trades: see {@link WinRate}. */
    public static final Metric<ClosedTrades> WIN_RATE =
            metric("win_rate", "win rate", SHARE, ClosedTrades.class, HIGHER, OnTrades.of(new WinRate()));

    /** Gross profit / gross loss: see {@link ProfitFactor}. */
    public static final Metric<ClosedTrades> PROFIT_FACTOR = metric(
            "profit_factor", "profit factor", RATIO, ClosedTrades.class, HIGHER, OnTrades.of(new ProfitFactor()));

    /** Mean P&L a trade: see {@link Expectancy}. */
    public static final Metric<ClosedTrades> EXPECTANCY =
            metric("expectancy", "expectancy", MONEY, ClosedTrades.class, HIGHER, OnTrades.of(new Expectancy()));

    /** Σ P&L: see {@link TradeSums}. */
    public static final Metric<ClosedTrades> NET_PNL =
            metric("net_pnl", "net P&L", MONEY, ClosedTrades.class, HIGHER, OnTrades.inMoney(TradeSums::net));

    /** Σ of what was won. */
    public static final Metric<ClosedTrades> GROSS_PROFIT = metric(
            "gross_profit", "gross profit", MONEY, ClosedTrades.class, HIGHER, OnTrades.inMoney(TradeSums::gain));

    /** Σ of what was lost, a positive number. */
    public static final Metric<ClosedTrades> GROSS_LOSS =
            metric("gross_loss", "gross loss", MONEY, ClosedTrades.class, LOWER, OnTrades.inMoney(TradeSums::loss));

    /** Average win / average loss: see {@link PayoffRatio}. */
    public static final Metric<ClosedTrades> PAYOFF_RATIO =
            metric("payoff_ratio", "payoff ratio", RATIO, ClosedTrades.class, HIGHER, OnTrades.of(new PayoffRatio()));

    /** See {@link AverageTrade#win}. */
    public static final Metric<ClosedTrades> AVERAGE_WIN =
            metric("average_win", "average win", MONEY, ClosedTrades.class, HIGHER, OnTrades.of(AverageTrade::win));

    /** A positive number: see {@link AverageTrade#loss}. */
    public static final Metric<ClosedTrades> AVERAGE_LOSS =
            metric("average_loss", "average loss", MONEY, ClosedTrades.class, LOWER, OnTrades.of(AverageTrade::loss));

    /** See {@link AverageTrade#largestWin}. */
    public static final Metric<ClosedTrades> LARGEST_WIN = metric(
            "largest_win", "largest win", MONEY, ClosedTrades.class, HIGHER, OnTrades.of(AverageTrade::largestWin));

    /** A positive number: see {@link AverageTrade#largestLoss}. */
    public static final Metric<ClosedTrades> LARGEST_LOSS = metric(
            "largest_loss", "largest loss", MONEY, ClosedTrades.class, LOWER, OnTrades.of(AverageTrade::largestLoss));

    /** Full Kelly: see {@link Kelly}. */
    public static final Metric<ClosedTrades> KELLY =
            metric("kelly", "Kelly share", SHARE, ClosedTrades.class, HIGHER, OnTrades.of(new Kelly()));

    /** √n · mean / sd: see {@link Sqn}. */
    public static final Metric<ClosedTrades> SQN =
            metric("sqn", "system quality number", RATIO, ClosedTrades.class, HIGHER, OnTrades.of(new Sqn()));

    /** The longest run of wins. */
    public static final Metric<ClosedTrades> MAX_CONSECUTIVE_WINS = metric(
            "max_consecutive_wins",
            "wins in a row",
            COUNT,
            ClosedTrades.class,
            HIGHER,
            OnTrades.of(TradeCounts::winsInARow));

    /** The longest run of losses. */
    public static final Metric<ClosedTrades> MAX_CONSECUTIVE_LOSSES = metric(
            "max_consecutive_losses",
            "losses in a row",
            COUNT,
            ClosedTrades.class,
            LOWER,
            OnTrades.of(TradeCounts::lossesInARow));

    /** See {@link PnlDrawdown}. */
    public static final Metric<ClosedTrades> MAX_DRAWDOWN_ABS = metric(
            "max_drawdown_abs",
            "deepest fall of closed P&L",
            MONEY,
            ClosedTrades.class,
            LOWER,
            OnTrades.inMoney(new PnlDrawdown()));

    /** See {@link HoldingTime}. */
    public static final Metric<ClosedTrades> HOLDING_TIME =
            metric("holding_time", "holding time, median", SECONDS, ClosedTrades.class, NEITHER, HoldingTime.MEDIAN);

    /** See {@link HoldingTime}. */
    public static final Metric<ClosedTrades> HOLDING_TIME_MEAN =
            metric("holding_time_mean", "holding time, mean", SECONDS, ClosedTrades.class, NEITHER, HoldingTime.MEAN);

    /** See {@link HoldingTime}. */
    public static final Metric<ClosedTrades> HOLDING_TIME_P95 = metric(
            "holding_time_p95", "holding time, 95 % quantile", SECONDS, ClosedTrades.class, NEITHER, HoldingTime.P95);

    /** See {@link DailyPnl#average}. */
    public static final Metric<ClosedTrades> DAILY_PNL = metric(
            "daily_pnl", "average daily P&L", MONEY, ClosedTrades.class, HIGHER, OnTrades.inMoney(DailyPnl::average));

    /** See {@link DailyPnl#best}. */
    public static final Metric<ClosedTrades> DAILY_PNL_BEST = metric(
            "daily_pnl_best", "best day’s P&L", MONEY, ClosedTrades.class, HIGHER, OnTrades.inMoney(DailyPnl::best));

    /** See {@link DailyPnl#worst}. */
    public static final Metric<ClosedTrades> DAILY_PNL_WORST = metric(
            "daily_pnl_worst", "worst day’s P&L", MONEY, ClosedTrades.class, HIGHER, OnTrades.inMoney(DailyPnl::worst));

    /** See {@link DailyPnl#redShare}. */
    public static final Metric<ClosedTrades> RED_DAY_SHARE = metric(
            "red_day_share", "share of red days", SHARE, ClosedTrades.class, LOWER, OnTrades.of(DailyPnl::redShare));

    /** See {@link DailyPnl#redInARow}. */
    public static final Metric<ClosedTrades> RED_DAYS_IN_A_ROW = metric(
            "red_days_in_a_row",
            "red days in a row",
            COUNT,
            ClosedTrades.class,
            LOWER,
            OnTrades.of(DailyPnl::redInARow));

    /** See {@link Growth#total}. */
    public static final Metric<EquityCurve> TOTAL_RETURN =
            metric("total_return", "total return", SHARE, EquityCurve.class, HIGHER, TimeWeighted.on(Growth::total));

    /** See {@link Growth#annual}. */
    public static final Metric<EquityCurve> CAGR = metric(
            "cagr", "compound annual growth rate", SHARE, EquityCurve.class, HIGHER, TimeWeighted.on(Growth::annual));

    /** See {@link Growth#calmar}. */
    public static final Metric<EquityCurve> CALMAR =
            metric("calmar", "Calmar ratio", RATIO, EquityCurve.class, HIGHER, TimeWeighted.on(Growth::calmar));

    /** See {@link Drawdowns#max(TimeWeighted, EquityCurve, Conventions)}. */
    public static final Metric<EquityCurve> MAX_DRAWDOWN = metric(
            "max_drawdown", "maximum drawdown", SHARE, EquityCurve.class, LOWER, TimeWeighted.on(Drawdowns::max));

    /** Of the period alone: see {@link Drawdowns#current}. */
    public static final Metric<EquityCurve> CURRENT_DRAWDOWN = metric(
            "current_drawdown",
            "current drawdown",
            SHARE,
            EquityCurve.class,
            LOWER,
            TimeWeighted.on(Drawdowns::current));

    /** Of a sample of all history: see {@link Drawdowns#current}. */
    public static final Metric<EquityCurve> DRAWDOWN_FROM_PEAK = metric(
            "drawdown_from_peak",
            "drawdown from peak",
            SHARE,
            EquityCurve.class,
            LOWER,
            TimeWeighted.on(Drawdowns::current));

    /** See {@link Underwater#ofDeepest}. */
    public static final Metric<EquityCurve> MAX_DRAWDOWN_DURATION = metric(
            "max_drawdown_duration",
            "duration of the maximum drawdown",
            SECONDS,
            EquityCurve.class,
            LOWER,
            TimeWeighted.on(Underwater::ofDeepest));

    /** See {@link Underwater#longest}. */
    public static final Metric<EquityCurve> LONGEST_UNDERWATER = metric(
            "longest_underwater",
            "longest time below a peak",
            SECONDS,
            EquityCurve.class,
            LOWER,
            TimeWeighted.on(Underwater::longest));

    /** See {@link Drawdowns#ulcer}. */
    public static final Metric<EquityCurve> ULCER_INDEX =
            metric("ulcer_index", "ulcer index", SHARE, EquityCurve.class, LOWER, TimeWeighted.on(Drawdowns::ulcer));

    /** See {@link Sharpe}. */
    public static final Metric<Returns> SHARPE =
            metric("sharpe", "Sharpe ratio, annualised", RATIO, Returns.class, HIGHER, OnReturns.annual(new Sharpe()));

    /** See {@link Downside#sortino}. */
    public static final Metric<Returns> SORTINO = metric(
            "sortino", "Sortino ratio, annualised", RATIO, Returns.class, HIGHER, OnReturns.annual(Downside::sortino));

    /** See {@link Volatility}. */
    public static final Metric<Returns> VOLATILITY = metric(
            "volatility", "volatility, annualised", SHARE, Returns.class, LOWER, OnReturns.annual(new Volatility()));

    /** See {@link Downside#deviation}. */
    public static final Metric<Returns> DOWNSIDE_DEVIATION = metric(
            "downside_deviation",
            "downside deviation, annualised",
            SHARE,
            Returns.class,
            LOWER,
            OnReturns.annual(Downside::deviation));

    /** Of one period, not annualised: see {@link MeanReturn#of}. */
    public static final Metric<Returns> MEAN_RETURN =
            metric("mean_return", "mean return", SHARE, Returns.class, HIGHER, OnReturns.of(MeanReturn::of));

    /** See {@link MeanReturn#of}. */
    public static final Metric<Returns> DAILY_RETURN =
            metric("daily_return", "average daily return", SHARE, Returns.class, HIGHER, OnReturns.of(MeanReturn::of));

    /** Negative where it lost: see {@link MeanReturn#worst}. */
    public static final Metric<Returns> DAILY_RETURN_WORST = metric(
            "daily_return_worst", "worst daily return", SHARE, Returns.class, HIGHER, OnReturns.of(MeanReturn::worst));

    /** All {@code open_*} together: see {@link ActionMix#share}. */
    public static final Metric<ActionCounts> OPEN_SHARE = metric(
            "open_share",
            "share of open actions",
            SHARE,
            ActionCounts.class,
            NEITHER,
            ActionMix.share(action -> action.startsWith("open_")));

    /** See {@link ActionMix#entropy}. */
    public static final Metric<ActionCounts> ACTION_ENTROPY =
            metric("action_entropy", "entropy of the actions", BITS, ActionCounts.class, NEITHER, ActionMix::entropy);

    /** See {@link ActionMix#rate}. */
    public static final Metric<ActionCounts> DECISIONS_PER_HOUR =
            metric("decisions_per_hour", "decisions an hour", PER_HOUR, ActionCounts.class, NEITHER, ActionMix::rate);

    /** See {@link Confidence#mean}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE =
            metric("confidence", "average confidence", SHARE, ConfidenceReadings.class, NEITHER, Confidence::mean);

    /** See {@link Confidence#deviation}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_SD = metric(
            "confidence_sd",
            "deviation of confidence",
            SHARE,
            ConfidenceReadings.class,
            NEITHER,
            Confidence::deviation);

    /** The smallest reading. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_MIN = metric(
            "confidence_min", "lowest confidence", SHARE, ConfidenceReadings.class, NEITHER, Confidence.quantile(0));

    /** The largest reading. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_MAX = metric(
            "confidence_max", "highest confidence", SHARE, ConfidenceReadings.class, NEITHER, Confidence.quantile(1));

    /** See {@link Confidence#quantile}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_P05 = metric(
            "confidence_p05",
            "confidence, 5 % quantile",
            SHARE,
            ConfidenceReadings.class,
            NEITHER,
            Confidence.quantile(0.05));

    /** See {@link Confidence#quantile}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_P50 = metric(
            "confidence_p50", "confidence, median", SHARE, ConfidenceReadings.class, NEITHER, Confidence.quantile(0.5));

    /** See {@link Confidence#quantile}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_P95 = metric(
            "confidence_p95",
            "confidence, 95 % quantile",
            SHARE,
            ConfidenceReadings.class,
            NEITHER,
            Confidence.quantile(0.95));

    /** See {@link ModeTransitions#weekly}. */
    public static final Metric<ModeHistory> MODE_TRANSITIONS = metric(
            "mode_transitions",
            "mode transitions a week",
            PER_WEEK,
            ModeHistory.class,
            NEITHER,
            ModeTransitions::weekly);

    /** See {@link ModeTransitions#peak}. */
    public static final Metric<ModeHistory> MODE_TRANSITIONS_PEAK = metric(
            "mode_transitions_peak",
            "most mode transitions in an hour",
            COUNT,
            ModeHistory.class,
            LOWER,
            ModeTransitions::peak);

    /** See {@link Retraining#rate}. */
    public static final Metric<RetrainingRuns> RETRAININGS_PER_DAY = metric(
            "retrainings_per_day",
            "retrainings a day and symbol",
            PER_DAY,
            RetrainingRuns.class,
            NEITHER,
            Retraining::rate);

    /** Over finished runs: see {@link Retraining#success}. */
    public static final Metric<RetrainingRuns> RETRAINING_SUCCESS_RATE = metric(
            "retraining_success_rate", "retraining success", SHARE, RetrainingRuns.class, HIGHER, Retraining::success);

    /** As the playbook divides: see {@link Retraining#successOfAll}. */
    public static final Metric<RetrainingRuns> RETRAINING_SUCCESS_RATE_ALL = metric(
            "retraining_success_rate_all",
            "retraining success, all rows",
            SHARE,
            RetrainingRuns.class,
            HIGHER,
            Retraining::successOfAll);

    /** See {@link Retraining#duration}. */
    public static final Metric<RetrainingRuns> RETRAINING_DURATION = metric(
            "retraining_duration",
            "retraining duration, mean",
            SECONDS,
            RetrainingRuns.class,
            LOWER,
            Retraining::duration);

    /** See {@link Retraining#longDuration}. */
    public static final Metric<RetrainingRuns> RETRAINING_DURATION_P95 = metric(
            "retraining_duration_p95",
            "retraining duration, 95 % quantile",
            SECONDS,
            RetrainingRuns.class,
            LOWER,
            Retraining::longDuration);

    /** See {@link Retraining#confidenceAfter}. */
    public static final Metric<RetrainingRuns> RETRAINING_CONFIDENCE_AFTER = metric(
            "retraining_confidence_after",
            "confidence after retraining",
            SHARE,
            RetrainingRuns.class,
            HIGHER,
            Retraining::confidenceAfter);

    /** The share of decisions for each action; only {@code by("action")} has a value. */
    public static final Metric<ActionCounts> ACTION_SHARE =
            family("action_share", "share of decisions", ActionCounts.class, "action");

    /** The share of mode states in each mode, as the playbook counts; only {@code by("mode")} has a value. */
    public static final Metric<ModeHistory> MODE_SHARE_ROWS =
            family("mode_share_rows", "share of mode rows", ModeHistory.class, "mode");

    /** The share of time in each mode, as it is lived; only {@code by("mode")} has a value. */
    public static final Metric<ModeHistory> MODE_SHARE_TIME =
            family("mode_share_time", "share of time in mode", ModeHistory.class, "mode");

    /** Every metric. */
    public static final List<Metric<?>> ALL = List.of(
            TRADES,
            WINS,
            LOSSES,
            BREAKEVEN,
            WIN_RATE,
            PROFIT_FACTOR,
            EXPECTANCY,
            NET_PNL,
            GROSS_PROFIT,
            GROSS_LOSS,
            PAYOFF_RATIO,
            AVERAGE_WIN,
            AVERAGE_LOSS,
            LARGEST_WIN,
            LARGEST_LOSS,
            KELLY,
            SQN,
            MAX_CONSECUTIVE_WINS,
            MAX_CONSECUTIVE_LOSSES,
            MAX_DRAWDOWN_ABS,
            HOLDING_TIME,
            HOLDING_TIME_MEAN,
            HOLDING_TIME_P95,
            DAILY_PNL,
            DAILY_PNL_BEST,
            DAILY_PNL_WORST,
            RED_DAY_SHARE,
            RED_DAYS_IN_A_ROW,
            TOTAL_RETURN,
            CAGR,
            CALMAR,
            MAX_DRAWDOWN,
            CURRENT_DRAWDOWN,
            DRAWDOWN_FROM_PEAK,
            MAX_DRAWDOWN_DURATION,
            LONGEST_UNDERWATER,
            ULCER_INDEX,
            SHARPE,
            SORTINO,
            VOLATILITY,
            DOWNSIDE_DEVIATION,
            MEAN_RETURN,
            DAILY_RETURN,
            DAILY_RETURN_WORST,
            OPEN_SHARE,
            ACTION_ENTROPY,
            DECISIONS_PER_HOUR,
            ACTION_SHARE,
            CONFIDENCE,
            CONFIDENCE_SD,
            CONFIDENCE_MIN,
            CONFIDENCE_MAX,
            CONFIDENCE_P05,
            CONFIDENCE_P50,
            CONFIDENCE_P95,
            MODE_SHARE_ROWS,
            MODE_SHARE_TIME,
            MODE_TRANSITIONS,
            MODE_TRANSITIONS_PEAK,
            RETRAININGS_PER_DAY,
            RETRAINING_SUCCESS_RATE,
            RETRAINING_SUCCESS_RATE_ALL,
            RETRAINING_DURATION,
            RETRAINING_DURATION_P95,
            RETRAINING_CONFIDENCE_AFTER);

    private Metrics() {}

    /** The share of decisions for one action, such as {@code open_long}: see {@link ActionMix#share}. */
    public static Metric<ActionCounts> actionShare(String action) {
        return metric(
                "action_share",
                "share of decisions",
                SHARE,
                ActionCounts.class,
                NEITHER,
                ActionMix.share(action::equals));
    }

    /** The share of mode states in one mode, as the playbook counts: see {@link ModeShare#rows}. */
    public static Metric<ModeHistory> modeShareRows(String mode) {
        return metric("mode_share_rows", "share of mode rows", SHARE, ModeHistory.class, NEITHER, ModeShare.rows(mode));
    }

    /** The share of time in one mode, as it is lived: see {@link ModeShare#time}. */
    public static Metric<ModeHistory> modeShareTime(String mode) {
        return metric(
                "mode_share_time", "share of time in mode", SHARE, ModeHistory.class, NEITHER, ModeShare.time(mode));
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

    /** The name of a family: each member has a slice, the family itself no value. */
    private static <S extends Sample> Metric<S> family(String id, String title, Class<S> sample, String dimension) {
        String because = "a share of one " + dimension + ": measure by(\"" + dimension + "\")";
        return metric(
                id,
                title,
                SHARE,
                sample,
                NEITHER,
                (all, conventions) -> Result.undefined(all.size(), Result.Reason.NOT_AVAILABLE, because));
    }

    private static <S extends Sample> Metric<S> metric(
            String id, String title, Unit unit, Class<S> sample, Metric.Better better, Formula<S> formula) {
        return new Metric<>(id, title, unit, sample, better, formula);
    }
}
