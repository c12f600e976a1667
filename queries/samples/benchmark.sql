-- A row is a price of the benchmark up to the end of the period, from a week before its start: closes of candles of that symbol, or values of a monitored series of that name.
-- Candles of the agent itself come before those of other agents, short ones before long ones; a price is known when its
-- candle closes. Where the agent has a series of that name, and no candles are there, its values are taken.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time, CAST(? AS VARCHAR(200)) AS name
),
closes AS (
    SELECT c.system, c.agent, c.environment, c.timeframe, c.time, c.close AS price,
           CASE WHEN c.system = s.system AND c.agent = s.agent AND c.environment = s.environment THEN 1 ELSE 2 END AS place,
           CASE c.timeframe WHEN '1m' THEN 1 WHEN '3m' THEN 3 WHEN '5m' THEN 5 WHEN '15m' THEN 15 WHEN '30m' THEN 30 WHEN '1h' THEN 60
                            WHEN '2h' THEN 120 WHEN '4h' THEN 240 WHEN '6h' THEN 360 WHEN '8h' THEN 480 WHEN '12h' THEN 720
                            WHEN '1d' THEN 1440 END AS minutes
    FROM candles AS c
    CROSS JOIN scope AS s
    WHERE c.symbol = s.name AND c.time >= s.from_time - INTERVAL '8' DAY AND c.time < s.to_time AND c.close > 0E0
    UNION ALL
    SELECT x.system, x.agent, x.environment, '', x.time, x.value, 3, 0
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment AND x.metric = s.name
      AND COALESCE(x.labels, '{}') = '{}' AND x.time >= s.from_time - INTERVAL '8' DAY AND x.time < s.to_time
      AND x.value BETWEEN 1E-300 AND 1.7E308
),
series AS (
    SELECT k.system, k.agent, k.environment, k.timeframe,
           ROW_NUMBER() OVER (ORDER BY MIN(k.place) NULLS LAST, MIN(k.minutes) NULLS LAST, k.system NULLS LAST, k.agent NULLS LAST,
                                     k.environment NULLS LAST, k.timeframe NULLS LAST) AS k
    FROM closes AS k
    WHERE k.minutes IS NOT NULL
    GROUP BY k.system, k.agent, k.environment, k.timeframe
)
SELECT c.time + INTERVAL '1' MINUTE * c.minutes AS time, c.price
FROM closes AS c
CROSS JOIN scope AS s
INNER JOIN series AS k ON k.system = c.system AND k.agent = c.agent AND k.environment = c.environment AND k.timeframe = c.timeframe
WHERE k.k = 1 AND c.time + INTERVAL '1' MINUTE * c.minutes <= s.to_time
ORDER BY c.time NULLS LAST
