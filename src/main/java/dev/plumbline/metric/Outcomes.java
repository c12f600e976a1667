package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.money;
import static dev.plumbline.metric.Kind.pnl;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Executions;
import dev.plumbline.model.TradeFees;
import dev.plumbline.model.TradeLinks;
import java.util.List;

/** More of closed trades, and how they fit what the bot had stated; they are in {@link Metrics#ALL} too. */
public final class Outcomes {

    /** Expectancy in average losses: see {@link ExpectancyInLosses}. */
    public static final Metric<ClosedTrades> EXPECTANCY_R = pnl(
            "expectancy_r", "expectancy in average losses", Unit.RATIO, Metric.Better.HIGHER, new ExpectancyInLosses());

    /** See {@link DailyPnl#deviation}. */
    public static final Metric<ClosedTrades> DAILY_PNL_SD =
            money("daily_pnl_sd", "deviation of daily P&L", Unit.MONEY, Metric.Better.LOWER, DailyPnl::deviation);

    /** See {@link DailyPnl#losingInARow}. */
    public static final Metric<ClosedTrades> LONGEST_LOSING_DAYS = pnl(
            "longest_losing_days",
            "losing trading days in a row",
            Unit.COUNT,
            Metric.Better.LOWER,
            DailyPnl::losingInARow);

    /** See {@link Calibration#brier}. */
    public static final Metric<ClosedTrades> BRIER_SCORE =
            pnl("brier_score", "Brier score of confidence", Unit.RATIO, Metric.Better.LOWER, Calibration::brier);

    /** See {@link Calibration#logLoss}. */
    public static final Metric<ClosedTrades> LOG_LOSS =
            pnl("log_loss", "log loss of confidence", Unit.RATIO, Metric.Better.LOWER, Calibration::logLoss);

    /** See {@link Calibration#error}. */
    public static final Metric<ClosedTrades> CALIBRATION_ERROR =
            pnl("calibration_error", "expected calibration error", Unit.RATIO, Metric.Better.LOWER, Calibration::error);

    /** See {@link FeeSum}. */
    public static final Metric<TradeFees> FEES =
            new Metric<>("fees", "fees", Unit.MONEY, TradeFees.class, Metric.Better.LOWER, new FeeSum());

    /** See {@link Linked}. */
    public static final Metric<TradeLinks> DECISION_LINK = new Metric<>(
            "decision_link",
            "share of trades with a known decision",
            Unit.SHARE,
            TradeLinks.class,
            Metric.Better.HIGHER,
            new Linked());

    /** See {@link Executed}. */
    public static final Metric<Executions> EXECUTED_SHARE = new Metric<>(
            "executed_share",
            "share of decisions carried out",
            Unit.SHARE,
            Executions.class,
            Metric.Better.HIGHER,
            new Executed());

    static final List<Metric<?>> ALL = List.of(
            EXPECTANCY_R,
            DAILY_PNL_SD,
            LONGEST_LOSING_DAYS,
            BRIER_SCORE,
            LOG_LOSS,
            CALIBRATION_ERROR,
            FEES,
            DECISION_LINK,
            EXECUTED_SHARE);

    private Outcomes() {}
}
