-- A row is the candle of one day or hour: the buy price is its opening, the sell price its close, which the newest one lacks.
INSERT INTO staged.candles BY NAME
WITH every AS (
    SELECT *, '1d' AS timeframe FROM raw.aitrader_daily
    UNION ALL
    SELECT *, '1h' FROM raw.aitrader_hourly
)
SELECT
    concat_ws('|', s."Meta Data.2. Symbol", c.timeframe, c.key) AS id,
    raw.utc(c.key) AS time,
    s."Meta Data.2. Symbol" AS symbol_written,
    c.file, c.timeframe,
    c."1. buy price" AS open, c."2. high" AS high, c."3. low" AS low, c."4. sell price" AS close, c."5. volume" AS volume
FROM every AS c
JOIN raw.aitrader_series AS s ON s.file = c.file AND s.position = c.parent
WHERE raw.utc(c.key) IS NOT NULL
