-- A row is one day as the bot counts it itself.
INSERT INTO staged.runs BY NAME
SELECT
    'day-' || CAST(d.date AS VARCHAR) AS id, raw.time_in(d.date, 'UTC') AS time, t.agent, 'kraken' AS exchange, t.file,
    'report' AS kind, raw.time_in(d.date, 'UTC') + INTERVAL 1 DAY AS ended, 'USD' AS currency,
    to_json({
        'total_trades': raw.number(d.total_trades), 'wins': raw.number(d.wins), 'losses': raw.number(d.losses),
        'pnl': raw.number(d.pnl), 'fees': raw.number(d.fees), 'volume_usd': raw.number(d.volume_usd),
        'max_drawdown': raw.number(d.max_drawdown)
    }) AS figures
FROM raw.daily_metrics AS d CROSS JOIN raw.told AS t
WHERE raw.time_in(d.date, 'UTC') IS NOT NULL
