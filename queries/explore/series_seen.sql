-- A row is a symbol on a timeframe that candles or confidence are recorded of: the newest of each in the period, and the candles that lack between the first and the newest, counted by the shortest step between two.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
steps AS (
    SELECT c.symbol, c.timeframe, c.time, c.time_us,
           c.time_us - LAG(c.time_us) OVER (PARTITION BY c.symbol, c.timeframe ORDER BY c.time_us) AS step
    FROM candles AS c
    CROSS JOIN scope AS s
    WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
      AND c.time >= s.from_time AND c.time < s.to_time
),
candled AS (
    SELECT symbol, timeframe, COUNT(*) AS candles, MAX(time) AS newest, MAX(time_us) - MIN(time_us) AS span,
           MIN(step) FILTER (WHERE step > 0) AS step, MAX(step) AS longest
    FROM steps
    GROUP BY symbol, timeframe
),
stated AS (
    SELECT c.symbol, c.timeframe, COUNT(*) AS readings, MAX(c.time) AS newest
    FROM confidence AS c
    CROSS JOIN scope AS s
    WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
      AND c.time >= s.from_time AND c.time < s.to_time AND c.symbol IS NOT NULL
    GROUP BY c.symbol, c.timeframe
)
SELECT COALESCE(k.symbol, r.symbol) AS symbol, COALESCE(k.timeframe, r.timeframe) AS timeframe, k.candles,
       k.newest AS newest_candle, CAST(k.longest AS DOUBLE) / 3.6E9 AS longest_step_hours,
       ROUND(CAST(k.span AS DOUBLE) / NULLIF(CAST(k.step AS DOUBLE), 0E0)) + 1E0 - CAST(k.candles AS DOUBLE) AS candles_lacking,
       r.readings AS readings, r.newest AS newest_reading
FROM candled AS k
FULL OUTER JOIN stated AS r ON r.symbol IS NOT DISTINCT FROM k.symbol AND r.timeframe IS NOT DISTINCT FROM k.timeframe
ORDER BY symbol NULLS LAST, timeframe NULLS LAST
