-- candles: a row is one candle. The bot gives a candle that it writes again a new id, so its place in time is its key.
INSERT INTO staged.candles BY NAME
SELECT
    concat_ws('|', r.symbol, r."interval", r.timestamp) AS id,
    raw.utc(r.timestamp) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CAST(r."interval" AS VARCHAR) AS timeframe,
    raw.number(r.open) AS open, raw.number(r.high) AS high, raw.number(r.low) AS low, raw.number(r.close) AS close,
    raw.number(r.volume) AS volume
FROM raw.candles AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
