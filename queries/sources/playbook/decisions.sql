-- signals: a row is one prediction. Whether it was executed is not said.
INSERT INTO staged.decisions BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    COALESCE(raw.utc(r.timestamp), raw.utc(r.datetime)) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CASE upper(CAST(r.signal_type AS VARCHAR))
        WHEN 'BUY' THEN 'open_long' WHEN 'SELL' THEN 'open_short' WHEN 'NEUTRAL' THEN 'wait'
        ELSE lower(CAST(r.signal_type AS VARCHAR)) END AS action,
    CAST(r.signal_type AS VARCHAR) AS action_written,
    CAST(r."interval" AS VARCHAR) AS timeframe,
    raw.fraction(r.confidence) AS confidence,
    raw.number(r.stop_loss) AS stop_loss,
    raw.number(r.take_profit) AS take_profit,
    raw.number(r.price) AS price
FROM raw.signals AS r CROSS JOIN raw.told AS t
WHERE COALESCE(raw.utc(r.timestamp), raw.utc(r.datetime)) IS NOT NULL
