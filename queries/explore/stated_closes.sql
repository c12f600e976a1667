-- A row is a closed position as an event or a record of the log states it, with its reason and P&L; an echo of what a record also states is left out.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
said AS (
    SELECT e.time, e.id, e.exchange, e.symbol, e.data, CASE WHEN e.data LIKE '%"pnl":%' THEN 1 ELSE 0 END AS recorded,
           SUBSTR(e.data, STRPOS(e.data, '"reason":"') + 10) AS about,
           CASE WHEN e.data LIKE '%"pnl":%' THEN SUBSTR(e.data, STRPOS(e.data, '"pnl":') + 6)
                WHEN e.data LIKE '%"realized_pnl":%' THEN SUBSTR(e.data, STRPOS(e.data, '"realized_pnl":') + 15) END AS money
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind = 'position_closed'
),
ranked AS (
    SELECT t.time, t.id, t.exchange, t.symbol, t.recorded, MAX(t.recorded) OVER () AS recorded_at_all,
           CASE WHEN t.data LIKE '%"reason":"%' THEN SUBSTR(t.about, 1, STRPOS(t.about, '"') - 1) END AS reason,
           SUBSTR(t.money, 1, STRPOS(CONCAT(REPLACE(t.money, '}', ','), ','), ',') - 1) AS pnl_written
    FROM said AS t
)
SELECT r.time, r.exchange, r.symbol, r.reason, TRY_CAST(r.pnl_written AS DOUBLE) AS pnl
FROM ranked AS r
WHERE r.recorded = r.recorded_at_all
ORDER BY r.time, r.id
LIMIT 100000
