package dev.plumbline;

import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a figure of a bot's own means: which of ours stands beside it, how it is scaled, and how the bot computes it.
 *
 * @param system     whose word it is
 * @param key        the source's own name, the last part of it where figures are nested
 * @param metric     ours; empty where none counts the same
 * @param scale      how it is written
 * @param definition how the bot's code computes it, in words
 */
record KnownFigure(String system, String key, Optional<Metric<?>> metric, Scale scale, String definition) {

    /** From a figure as written to the unit of ours. */
    enum Scale {
        AS_WRITTEN(1),
        PERCENT(0.01),
        MINUTES(60),
        /** The source does not say what it is written in. */
        NOT_SAID(1);

        private final double factor;

        Scale(double factor) {
            this.factor = factor;
        }
    }

    private static final String PER_UNIT =
            "Σ pnl_absolute: price difference per unit, no quantity, no fee, over all symbols";
    private static final String FOX_PNL = "Σ (exit − entry) × quantity, exit the last price known, no fees";
    private static final String ANNUAL = "annualised with 252 days, 2 % risk-free, population deviation";

    private static final List<KnownFigure> PLAYBOOK = List.of(
            of(
                    "playbook",
                    "overall_win_rate",
                    Metrics.WIN_RATE,
                    "was_correct / trades: the price moved as predicted, fees ignored"),
            of("playbook", "total_trades", Metrics.TRADES, "rows of trade_outcomes in the report’s hours"),
            of("playbook", "total_wins", Metrics.WINS, "rows with was_correct"),
            of("playbook", "total_pnl", Metrics.NET_PNL, PER_UNIT),
            of(
                    "playbook",
                    "retraining_success_rate",
                    Metrics.RETRAINING_SUCCESS_RATE_ALL,
                    "successes / all rows, unfinished ones too"),
            of("playbook", "win_rate", Metrics.WIN_RATE, "wins / trades of the backtest"),
            of(
                    "playbook",
                    "profit_factor",
                    Metrics.PROFIT_FACTOR,
                    "gains / losses in per cent; infinite without a loss"),
            of("playbook", "sharpe_ratio", Metrics.SHARPE, "mean / population deviation of per cent per trade × √252"),
            percent(
                    "playbook",
                    "max_drawdown_pct",
                    Metrics.MAX_DRAWDOWN,
                    "of the sum of per cents, in points, its peak starting at 0"));

    private static final List<KnownFigure> ROMA = List.of(
            percent(
                    "roma",
                    "win_rate",
                    Metrics.WIN_RATE,
                    "wins / closes × 100 over its last 20, partial ones apart; closes of 0 divide too"),
            of("roma", "total_trades", Metrics.TRADES, "its last 20 closes at most, partial ones apart"),
            of("roma", "wins", Metrics.WINS, "closes above 0 among its last 20"),
            of("roma", "losses", Metrics.LOSSES, "closes below 0 among its last 20"),
            of("roma", "winning_trades", Metrics.WINS, "closes above 0"),
            of("roma", "losing_trades", Metrics.LOSSES, "closes below 0"),
            of(
                    "roma",
                    "profit_factor",
                    Metrics.PROFIT_FACTOR,
                    "gains / losses of its last 20 closes, times leverage once too often; infinite without a loss"),
            of(
                    "roma",
                    "sharpe_ratio",
                    Metrics.SHARPE,
                    "mean / population deviation of pnl_usdt per trade over its last 20, not annualised"),
            percent(
                    "roma",
                    "max_drawdown",
                    Metrics.MAX_DRAWDOWN,
                    "of 10,000 + cumulated pnl_usdt, whatever the account held"),
            of(
                    "roma",
                    "total_pnl",
                    Metrics.NET_PNL,
                    "Σ pnl_usdt: times leverage, though the quantity is leveraged already"),
            of("roma", "expectancy", Metrics.EXPECTANCY, "mean of pnl_usdt, times leverage once too often"),
            of("roma", "avg_profit", Metrics.AVERAGE_WIN, "mean of pnl_usdt above 0, times leverage once too often"),
            of("roma", "avg_win", Metrics.AVERAGE_WIN, "mean of pnl_usdt above 0, times leverage once too often"),
            of("roma", "avg_loss", Metrics.AVERAGE_LOSS, "mean of pnl_usdt below 0, times leverage once too often"),
            of("roma", "biggest_win", Metrics.LARGEST_WIN, "largest pnl_usdt, times leverage once too often"),
            of("roma", "biggest_loss", Metrics.LARGEST_LOSS, "smallest pnl_usdt, times leverage once too often"),
            percent("roma", "avg_confidence", Metrics.CONFIDENCE, "mean confidence × 100"),
            minutes("roma", "avg_hold_mins", Metrics.HOLDING_TIME_MEAN, "mean minutes from opening to each close"),
            minutes("roma", "median_hold_mins", Metrics.HOLDING_TIME, "median minutes from opening to each close"));

    private static final List<KnownFigure> FOX = List.of(
            of("fox", "total_trades", Metrics.TRADES, "closed positions of its 30 days"),
            of("fox", "winning_trades", Metrics.WINS, "closed positions above 0"),
            of("fox", "losing_trades", Metrics.LOSSES, "closed positions at 0 or below"),
            of("fox", "total_pnl", Metrics.NET_PNL, FOX_PNL),
            percent("fox", "win_rate", Metrics.WIN_RATE, "wins / closed positions × 100"),
            of("fox", "profit_factor", Metrics.PROFIT_FACTOR, "gains / losses; 0 without a loss"),
            of("fox", "sharpe_ratio", Metrics.SHARPE, "returns per trade, " + ANNUAL + "; 0 under 20 trades"),
            new KnownFigure(
                    "fox",
                    "max_drawdown",
                    Optional.of(Metrics.MAX_DRAWDOWN),
                    Scale.NOT_SAID,
                    "of initial capital + cumulated P&L"),
            of("fox", "avg_win", Metrics.AVERAGE_WIN, "mean P&L above 0, no fees"),
            of("fox", "avg_loss", Metrics.AVERAGE_LOSS, "mean P&L at 0 or below, no fees"),
            percent("fox", "trading_win_rate_percent", Metrics.WIN_RATE, "wins / closed positions × 100"),
            of("fox", "trading_sharpe_ratio", Metrics.SHARPE, "returns per trade, " + ANNUAL + "; 0 under 20 trades"),
            of("fox", "trading_total_pnl_usd", Metrics.NET_PNL, FOX_PNL),
            percent("fox", "risk_max_drawdown_percent", Metrics.MAX_DRAWDOWN, "of initial capital + cumulated P&L"),
            percent(
                    "fox",
                    "risk_current_drawdown_percent",
                    Metrics.DRAWDOWN_FROM_PEAK,
                    "of initial capital + cumulated P&L"),
            said("fox", "monitoring_duration_minutes", "the number of snapshots, not of minutes"),
            said("fox", "total_positions_opened", "sum of the counts of each minute"),
            of(
                    "fox",
                    "total_positions_closed",
                    Metrics.TRADES,
                    "sum of the counts of two event types that are not emitted"),
            said("fox", "total_zombies", "events zombie_cleaned, which are not emitted"),
            said("fox", "total_errors", "events whose type contains “error”"),
            said("fox", "total_emergency_closes", "events emergency_close, which are not emitted"),
            said("fox", "total_ws_reconnects", "events websocket_reconnect, which are not emitted"));

    private static final List<KnownFigure> KRAKEN = List.of(
            percent(
                    "kraken",
                    "success_rate",
                    Metrics.WIN_RATE,
                    "log lines of fills, each counted as a success: 100 whenever it traded, 0 before; not a win rate"),
            of("kraken", "total_pnl", Metrics.NET_PNL, "read from a file that nothing in the bot writes"),
            of("kraken", "daily_pnl", Metrics.DAILY_PNL, "a sum in which each trade counts as 0"),
            of("kraken", "trades_executed", Metrics.TRADES, "log lines of fills since midnight"),
            of("kraken", "win_rate", Metrics.WIN_RATE, "wins / trades"),
            of("kraken", "profit_factor", Metrics.PROFIT_FACTOR, "gains / losses; infinite without a loss"),
            of("kraken", "sharpe_ratio", Metrics.SHARPE, "returns of its periods, " + ANNUAL),
            of("kraken", "sortino_ratio", Metrics.SORTINO, "returns of its periods, annualised with 252 days"),
            of("kraken", "calmar_ratio", Metrics.CALMAR, "annual return / maximum drawdown"),
            percent("kraken", "max_drawdown_pct", Metrics.MAX_DRAWDOWN, "of its own steps of portfolio value"),
            of("kraken", "max_drawdown", Metrics.MAX_DRAWDOWN, "of its own steps of portfolio value"),
            percent(
                    "kraken",
                    "total_return_pct",
                    Metrics.TOTAL_RETURN,
                    "portfolio value against its start, flows not taken out"),
            of("kraken", "total_trades", Metrics.TRADES, "trades that it counted"),
            of("kraken", "winning_trades", Metrics.WINS, "trades above 0"),
            of("kraken", "losing_trades", Metrics.LOSSES, "trades not above 0"));

    private static final List<KnownFigure> FREQTRADE = List.of(
            of("freqtrade", "total_trades", Metrics.TRADES, "closed trades"),
            of("freqtrade", "wins", Metrics.WINS, "trades above 0"),
            of("freqtrade", "losses", Metrics.LOSSES, "trades below 0"),
            of("freqtrade", "draws", Metrics.BREAKEVEN, "trades of exactly 0"),
            of("freqtrade", "winrate", Metrics.WIN_RATE, "wins / closed trades"),
            of("freqtrade", "profit_total", Metrics.TOTAL_RETURN, "Σ profit_abs / starting balance"),
            of("freqtrade", "profit_total_abs", Metrics.NET_PNL, "Σ profit_abs, fees taken off"),
            of("freqtrade", "profit_factor", Metrics.PROFIT_FACTOR, "Σ gains / Σ losses"),
            of("freqtrade", "expectancy", Metrics.EXPECTANCY, "mean profit_abs"),
            of("freqtrade", "cagr", Metrics.CAGR, "from starting to final balance over its days"),
            of(
                    "freqtrade",
                    "sharpe",
                    Metrics.SHARPE,
                    "profit / starting balance a day / population deviation per trade × √365; −100 where that is 0"),
            of(
                    "freqtrade",
                    "sortino",
                    Metrics.SORTINO,
                    "as its Sharpe ratio, deviation of losing trades; −100 where that is 0"),
            of("freqtrade", "calmar", Metrics.CALMAR, "profit a day / maximum drawdown × √365"),
            of("freqtrade", "sqn", Metrics.SQN, "√trades × mean / deviation of profit per trade"),
            of(
                    "freqtrade",
                    "max_drawdown_account",
                    Metrics.MAX_DRAWDOWN,
                    "of starting balance + profit of closed trades"),
            of(
                    "freqtrade",
                    "max_relative_drawdown",
                    Metrics.MAX_DRAWDOWN,
                    "largest share of starting balance + profit of closed trades"),
            of(
                    "freqtrade",
                    "max_drawdown_abs",
                    Metrics.MAX_DRAWDOWN_ABS,
                    "of cumulated profit of closed trades, one instant summed first"),
            said("freqtrade", "max_drawdown", "of the sum of profit ratios, not of the account"),
            of("freqtrade", "holding_avg_s", Metrics.HOLDING_TIME_MEAN, "mean seconds from opening to close"),
            of("freqtrade", "backtest_best_day_abs", Metrics.DAILY_PNL_BEST, "largest profit of a day of closes"),
            of("freqtrade", "backtest_worst_day_abs", Metrics.DAILY_PNL_WORST, "smallest profit of a day of closes"));

    private static final List<KnownFigure> NOFX = List.of(
            percent("nofx", "win_rate", Metrics.WIN_RATE, "wins / trades × 100"),
            of("nofx", "profit_factor", Metrics.PROFIT_FACTOR, "gains / losses; 999 without a loss"),
            of(
                    "nofx",
                    "sharpe_ratio",
                    Metrics.SHARPE,
                    "mean / population deviation of equity returns per cycle, not annualised"),
            of("nofx", "total_trades", Metrics.TRADES, "closes that it logged; those at the exchange are missing"));

    private static final Map<List<String>, KnownFigure> ALL = Stream.of(PLAYBOOK, ROMA, FOX, KRAKEN, FREQTRADE, NOFX)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(known -> List.of(known.system(), known.key()), known -> known));

    /** What is known of a figure, by its name or the last part of it. */
    static Optional<KnownFigure> find(String system, String name) {
        String key = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALL.get(List.of(system, key)));
    }

    /** The figure in the unit of ours, as text. */
    String text(double written) {
        return metric.isPresent() && scale != Scale.NOT_SAID
                ? metric.get().unit().format(written * scale.factor)
                : OwnFigures.plain(written);
    }

    private static KnownFigure of(String system, String key, Metric<?> metric, String definition) {
        return new KnownFigure(system, key, Optional.of(metric), Scale.AS_WRITTEN, definition);
    }

    private static KnownFigure percent(String system, String key, Metric<?> metric, String definition) {
        return new KnownFigure(system, key, Optional.of(metric), Scale.PERCENT, definition);
    }

    private static KnownFigure minutes(String system, String key, Metric<?> metric, String definition) {
        return new KnownFigure(system, key, Optional.of(metric), Scale.MINUTES, definition);
    }

    private static KnownFigure said(String system, String key, String definition) {
        return new KnownFigure(system, key, Optional.empty(), Scale.NOT_SAID, definition);
    }
}
