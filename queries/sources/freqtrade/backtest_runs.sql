-- A row is one backtest of one strategy, with freqtrade's own figures beside ours.
INSERT INTO staged.runs BY NAME
SELECT
    'backtest-' || r.run AS id, r.started AS time, r.agent, 'backtest' AS environment, r.strategy,
    r.run AS strategy_version, b.file,
    'backtest' AS kind,
    COALESCE(b.backtest_end_ts, b.backtest_end) AS ended,
    COALESCE(b.starting_balance, b.dry_run_wallet) AS capital,
    TRY_CAST(CAST(b.stake_amount AS VARCHAR) AS DOUBLE) AS stake,
    b.stake_currency AS currency,
    to_json({
        'total_trades': total_trades, 'wins': wins, 'losses': losses, 'draws': draws, 'profit_total': profit_total,
        'profit_total_abs': profit_total_abs, 'profit_mean': profit_mean, 'profit_median': profit_median,
        'profit_factor': profit_factor, 'expectancy': expectancy, 'sharpe': sharpe, 'sortino': sortino, 'calmar': calmar,
        'cagr': cagr, 'sqn': sqn, 'max_drawdown': max_drawdown, 'max_drawdown_abs': max_drawdown_abs,
        'max_drawdown_account': max_drawdown_account, 'final_balance': final_balance, 'market_change': market_change,
        'winning_days': winning_days, 'draw_days': draw_days, 'losing_days': losing_days, 'holding_avg_s': holding_avg_s,
        'trades_per_day': trades_per_day
    }) AS figures
FROM raw.freqtrade_backtests AS b JOIN raw.freqtrade_runs AS r USING (file, position)
