-- strategy_performance: a row is what the bot found of one strategy on one symbol and interval, in its own figures.
INSERT INTO staged.runs BY NAME
SELECT
    concat_ws(':', 'strategy', r.strategy_name, r.symbol, r."interval", epoch_us(raw.utc(r.analyzed_at))) AS id,
    raw.utc(r.analyzed_at) AS time,
    t.agent, t.environment, t.file,
    CAST(r.strategy_name AS VARCHAR) AS strategy,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    'report' AS kind,
    json_merge_patch('{}', json_merge_patch(to_json(r),
        '{"rowid": null, "strategy_name": null, "symbol": null, "analyzed_at": null}')) AS figures
FROM raw.strategy_performance AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.analyzed_at) IS NOT NULL
