-- prediction_history: a row is one prediction of the newer code. Whether it was executed is not said.
INSERT INTO staged.decisions BY NAME
SELECT
    'prediction:' || COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    raw.utc(r.timestamp) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CASE upper(CAST(r.predicted_direction AS VARCHAR))
        WHEN 'BUY' THEN 'open_long' WHEN 'SELL' THEN 'open_short' WHEN 'NEUTRAL' THEN 'wait'
        ELSE lower(CAST(r.predicted_direction AS VARCHAR)) END AS action,
    CAST(r.predicted_direction AS VARCHAR) AS action_written,
    CAST(r.timeframe AS VARCHAR) AS timeframe,
    raw.fraction(r.confidence) AS confidence,
    raw.number(r.stop_loss) AS stop_loss,
    raw.number(r.take_profit) AS take_profit,
    raw.number(r.predicted_price) AS price
FROM raw.prediction_history AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
