-- A row is a closed trade of the period with the lowest and the highest price known while it was open; NULL where none is known between its entry and its exit.
-- Prices are those of its own record, else marks of its position in snapshots, and highs and lows of candles that lie
-- wholly inside it; the price it was closed at counts with them.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
closed AS (
    SELECT t.id, t.symbol, t.timeframe, t.side, t.strategy, t.exchange, t.account, t.regime, t.entry_time, t.exit_time, t.entry_price,
           t.exit_price, t.mae, t.mfe, s.system, s.agent, s.environment
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time AND t.side IN ('long', 'short')
),
marks AS (
    SELECT t.id, p.mark_price AS low, p.mark_price AS high
    FROM closed AS t
    INNER JOIN positions AS p
        ON p.system = t.system AND p.agent = t.agent AND p.environment = t.environment AND p.symbol = t.symbol
       AND p.side = t.side AND p.time >= t.entry_time AND p.time <= t.exit_time
    WHERE p.mark_price > 0E0
    UNION ALL
    SELECT t.id, c.low, c.high
    FROM closed AS t
    INNER JOIN candles AS c
        ON c.system = t.system AND c.agent = t.agent AND c.environment = t.environment AND c.symbol = t.symbol
       AND c.time >= t.entry_time
       AND c.time + INTERVAL '1' MINUTE
               * CASE c.timeframe WHEN '1m' THEN 1 WHEN '3m' THEN 3 WHEN '5m' THEN 5 WHEN '15m' THEN 15 WHEN '30m' THEN 30
                                  WHEN '1h' THEN 60 WHEN '2h' THEN 120 WHEN '4h' THEN 240 WHEN '6h' THEN 360 WHEN '8h' THEN 480
                                  WHEN '12h' THEN 720 WHEN '1d' THEN 1440 END <= t.exit_time
    WHERE c.low > 0E0
),
seen AS (
    SELECT m.id, MIN(m.low) AS low, MAX(m.high) AS high FROM marks AS m GROUP BY m.id
)
SELECT t.exit_time, t.symbol, t.timeframe, t.side, t.strategy, t.exchange, t.account, t.regime, t.entry_price,
       CASE WHEN t.mae IS NOT NULL AND t.mfe IS NOT NULL
            THEN t.entry_price * (1E0 - CASE t.side WHEN 'long' THEN t.mae ELSE t.mfe END)
            WHEN t.exit_price < p.low THEN t.exit_price ELSE p.low END AS lowest,
       CASE WHEN t.mae IS NOT NULL AND t.mfe IS NOT NULL
            THEN t.entry_price * (1E0 + CASE t.side WHEN 'long' THEN t.mfe ELSE t.mae END)
            WHEN t.exit_price > p.high THEN t.exit_price ELSE p.high END AS highest
FROM closed AS t
LEFT JOIN seen AS p ON p.id = t.id
ORDER BY t.exit_time NULLS LAST, t.id
