-- A row is what an agent owned at the end of a date, by the last of its lines: cash, and what it holds at the closing price
-- of that date. The newest date of a price file has only an opening price: that makes a value of its own origin. A date on
-- which a symbol that is held has no price makes none. Prices may come before the positions or after them: both orders end
-- with the same rows.
INSERT INTO staged.equity BY NAME
WITH states AS (
    SELECT agent, account, exchange, environment, file, correlation, time, data FROM staged.events
    WHERE kind = 'cycle' AND system IS NULL
    UNION ALL
    SELECT agent, account, exchange, environment, file, correlation, time, data FROM staged.events
    WHERE kind = 'cycle' AND system = 'aitrader' AND EXISTS (SELECT 1 FROM raw.aitrader_series)
    UNION ALL
    SELECT agent, account, exchange, environment, file, correlation, time, data FROM stored.events
    WHERE kind = 'cycle' AND system = 'aitrader' AND EXISTS (SELECT 1 FROM raw.aitrader_series)
),
last_states AS (
    SELECT *, date_trunc('second', time) AS start, CASE WHEN length(correlation) > 10 THEN '1h' ELSE '1d' END AS timeframe
    FROM states
    QUALIFY row_number() OVER (PARTITION BY agent, environment, correlation ORDER BY time DESC) = 1
),
prices AS (
    SELECT symbol_written, timeframe, time, MAX(open) AS open, MAX(close) AS close
    FROM (
        SELECT symbol_written, timeframe, time, open, close FROM staged.candles WHERE COALESCE(system, 'aitrader') = 'aitrader'
        UNION ALL
        SELECT symbol_written, timeframe, time, open, close FROM stored.candles WHERE system = 'aitrader'
    )
    GROUP BY symbol_written, timeframe, time
),
holdings AS (
    SELECT s.* EXCLUDE (data), unnest(map_entries(TRY_CAST(CAST(data AS JSON) AS MAP(VARCHAR, DOUBLE)))) AS holding
    FROM last_states AS s
),
valued AS (
    SELECT
        h.agent, h.account, h.exchange, h.environment, h.file, h.correlation, h.start, h.timeframe,
        SUM(CASE WHEN h.holding.key = 'CASH' THEN h.holding.value END) AS cash,
        SUM(CASE WHEN h.holding.key = 'CASH' THEN h.holding.value
                 WHEN h.holding.value = 0 THEN 0
                 ELSE h.holding.value * COALESCE(p.close, p.open) END) AS value,
        bool_and(h.holding.key = 'CASH' OR h.holding.value = 0 OR COALESCE(p.close, p.open) IS NOT NULL) AS priced,
        bool_and(h.holding.key = 'CASH' OR h.holding.value = 0 OR p.close IS NOT NULL) AS closed,
        MAX(raw.quote_currency(CASE WHEN h.holding.key <> 'CASH' AND contains(h.holding.key, '-') THEN h.holding.key END)) AS currency
    FROM holdings AS h
    LEFT JOIN prices AS p ON p.symbol_written = h.holding.key AND p.timeframe = h.timeframe AND p.time = h.start
    GROUP BY ALL
)
SELECT
    'equity-' || correlation AS id,
    start + CASE timeframe WHEN '1h' THEN INTERVAL 1 HOUR ELSE INTERVAL 1 DAY END - INTERVAL 1 MICROSECOND AS time,
    agent, account, exchange, environment, file, value, cash AS available, currency,
    'modelled' AS basis,
    CASE WHEN closed THEN 'positions at closing prices' ELSE 'positions at opening prices' END AS origin,
    CASE WHEN closed THEN 1 ELSE 2 END AS preference
FROM valued
WHERE priced AND cash IS NOT NULL
