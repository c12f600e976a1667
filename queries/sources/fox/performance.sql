-- performance_metrics: a row is what the bot says of itself over a period.
INSERT INTO staged.runs BY NAME
SELECT
    'performance-' || CAST(r.id AS VARCHAR) AS id,
    raw.utc(r.created_at) AS time,
    t.file,
    'report' AS kind,
    raw.fox_data(
        json_object('period', r.period, 'total_trades', raw.number(r.total_trades),
                    'winning_trades', raw.number(r.winning_trades), 'losing_trades', raw.number(r.losing_trades),
                    'total_pnl', raw.number(r.total_pnl), 'win_rate', raw.number(r.win_rate),
                    'profit_factor', raw.number(r.profit_factor), 'sharpe_ratio', raw.number(r.sharpe_ratio),
                    'max_drawdown', raw.number(r.max_drawdown), 'avg_win', raw.number(r.avg_win),
                    'avg_loss', raw.number(r.avg_loss)),
        NULL
    ) AS figures
FROM raw.performance_metrics AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.created_at) IS NOT NULL
