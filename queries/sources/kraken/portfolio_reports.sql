-- A row is what the bot itself said of its portfolio at the end of a UTC day.
INSERT INTO staged.runs BY NAME
SELECT
    'portfolio-' || CAST(CAST(raw.utc(m.timestamp_ms) AS DATE) AS VARCHAR) AS id,
    raw.utc(m.timestamp_ms) AS time,
    t.file,
    'report' AS kind,
    to_json({
        daily_pnl: raw.number(m.daily_pnl), daily_return_pct: raw.number(m.daily_return_pct),
        fees_today: raw.number(m.fees_today), max_drawdown_pct: raw.number(m.max_drawdown_pct),
        open_positions: raw.number(m.open_positions), sharpe_ratio: raw.number(m.sharpe_ratio),
        total_pnl: raw.number(m.total_pnl), total_return_pct: raw.number(m.total_return_pct),
        total_value: raw.number(m.total_value), trades_today: raw.number(m.trades_today),
        volatility: raw.number(m.volatility)}) AS figures
FROM raw.portfolio_metrics AS m CROSS JOIN raw.told AS t
WHERE raw.utc(m.timestamp_ms) IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY CAST(raw.utc(m.timestamp_ms) AS DATE) ORDER BY raw.utc(m.timestamp_ms) DESC) = 1
