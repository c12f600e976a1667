-- A row is what the bot itself computed for a period.
INSERT INTO staged.runs BY NAME
SELECT
    'performance-' || lower(a.period_type) || '-' || epoch_us(raw.utc(a.period_start)) AS id,
    raw.utc(a.period_start) AS time,
    t.file,
    'report' AS kind,
    raw.utc(a.period_end) AS ended,
    to_json({
        avg_loss: raw.number(a.avg_loss), avg_win: raw.number(a.avg_win), calmar_ratio: raw.number(a.calmar_ratio),
        end_value: raw.number(a.end_value), losing_trades: raw.number(a.losing_trades),
        max_drawdown: raw.number(a.max_drawdown), max_drawdown_pct: raw.number(a.max_drawdown_pct),
        period_type: a.period_type, profit_factor: raw.number(a.profit_factor), sharpe_ratio: raw.number(a.sharpe_ratio),
        sortino_ratio: raw.number(a.sortino_ratio), start_value: raw.number(a.start_value),
        total_fees: raw.number(a.total_fees), total_return: raw.number(a.total_return),
        total_return_pct: raw.number(a.total_return_pct), total_trades: raw.number(a.total_trades),
        total_volume: raw.number(a.total_volume), volatility: raw.number(a.volatility), win_rate: raw.number(a.win_rate),
        winning_trades: raw.number(a.winning_trades)}) AS figures
FROM raw.performance_analytics AS a CROSS JOIN raw.told AS t
WHERE raw.utc(a.period_start) IS NOT NULL
