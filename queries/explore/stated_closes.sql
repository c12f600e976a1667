-- A row is a closed position as an event or a record of the log states it, with its reason and P&L; an echo of what a record also states is left out.
-- A record of the log names no exchange: it is that of its echo, the next event of the same symbol, with the same P&L and within two seconds.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
said AS (
    SELECT e.time, e.time_us, e.id, e.symbol, e.data, e.exchange, SUBSTR(e.data, STRPOS(e.data, '"exchange":"') + 12) AS place,
           CASE WHEN e.data LIKE '%"pnl":%' THEN 1 ELSE 0 END AS recorded,
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
    SELECT t.time, t.time_us, t.id, t.symbol, t.recorded,
           COALESCE(t.exchange, CASE WHEN t.data LIKE '%"exchange":"%' THEN SUBSTR(t.place, 1, STRPOS(t.place, '"') - 1) END) AS exchange,
           MAX(t.recorded) OVER () AS recorded_at_all,
           CASE WHEN t.data LIKE '%"reason":"%' THEN SUBSTR(t.about, 1, STRPOS(t.about, '"') - 1) END AS reason,
           TRY_CAST(SUBSTR(t.money, 1, STRPOS(CONCAT(REPLACE(t.money, '}', ','), ','), ',') - 1) AS DOUBLE) AS pnl
    FROM said AS t
),
echoed AS (
    SELECT r.time, r.time_us, r.id, r.symbol, r.recorded, r.recorded_at_all, r.exchange, r.reason, r.pnl,
           LEAD(r.recorded) OVER (PARTITION BY r.symbol ORDER BY r.time_us, r.recorded DESC NULLS LAST, r.id) AS next_recorded,
           LEAD(r.time_us) OVER (PARTITION BY r.symbol ORDER BY r.time_us, r.recorded DESC NULLS LAST, r.id) AS next_us,
           LEAD(r.pnl) OVER (PARTITION BY r.symbol ORDER BY r.time_us, r.recorded DESC NULLS LAST, r.id) AS next_pnl,
           LEAD(r.exchange) OVER (PARTITION BY r.symbol ORDER BY r.time_us, r.recorded DESC NULLS LAST, r.id) AS next_exchange
    FROM ranked AS r
)
SELECT r.time,
       COALESCE(r.exchange, CASE WHEN r.next_recorded = 0 AND r.next_us - r.time_us <= 2000000 AND ABS(r.next_pnl - r.pnl) < 1E-2
                                 THEN r.next_exchange END) AS exchange,
       r.symbol, r.reason, r.pnl
FROM echoed AS r
WHERE r.recorded = r.recorded_at_all
ORDER BY r.time, r.id
LIMIT 100000
