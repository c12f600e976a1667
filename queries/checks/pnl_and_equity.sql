-- A row is the finding that closed trades and the account's reported value tell different profits.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT e.time, e.value, e.flow, e.unrealised, e.preference, e.currency, e.account, s.from_time
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time < s.to_time AND e.value IS NOT NULL AND e.basis = 'reported'
),
points AS (
    SELECT o.*
    FROM own AS o
    WHERE o.preference = (SELECT MIN(preference) FROM own)
      AND o.time >= COALESCE((SELECT MAX(time) FROM own WHERE time < from_time), o.from_time)
),
ends AS (
    SELECT MIN(time) AS since, MAX(time) AS until, MIN(currency) AS currency, MIN_BY(value, time) FILTER (WHERE value IS NOT NULL) AS first,
           MAX_BY(value, time) FILTER (WHERE value IS NOT NULL) - MIN_BY(value, time) FILTER (WHERE value IS NOT NULL) - SUM(COALESCE(flow, 0E0)) + COALESCE(MIN_BY(COALESCE(flow, 0E0), time), 0E0)
               - COALESCE(MAX_BY(COALESCE(unrealised, 0E0), time) - MIN_BY(COALESCE(unrealised, 0E0), time), 0E0) AS moved
    FROM points
    HAVING COUNT(DISTINCT COALESCE(currency, '')) = 1 AND COUNT(DISTINCT COALESCE(account, '')) = 1
),
fee AS (
    SELECT MAX_BY(r.fee_rate, r.import_id) FILTER (WHERE r.fee_rate IS NOT NULL) AS rate
    FROM runs AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.kind = 'settings'
),
closed AS (
    SELECT COUNT(*) AS n, SUM(t.pnl) AS pnl, COUNT(*) FILTER (WHERE t.pnl_basis = 'gross') AS gross,
           SUM(t.quantity * (t.entry_price + t.exit_price)) FILTER (WHERE t.pnl_basis = 'gross') * MAX(f.rate) AS fees,
           MAX(f.rate) AS rate, MAX(e.currency) AS currency, MAX(e.moved) AS moved, MAX(e.first) AS first
    FROM trades AS t
    CROSS JOIN scope AS s
    CROSS JOIN ends AS e
    CROSS JOIN fee AS f
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time > e.since AND t.exit_time <= e.until
    HAVING COUNT(*) = COUNT(t.pnl) AND COUNT(DISTINCT t.pnl_currency) = 1 AND MIN(t.pnl_currency) = MAX(e.currency)
)
SELECT 'warning' AS severity, 'profit' AS subject,
       'closed trades add up to ' || CAST(CAST(pnl AS DECIMAL(18,2)) AS VARCHAR(40)) || ' ' || currency
           || CASE WHEN gross > 0 THEN ' before fees' ELSE '' END || ', but the account, without deposits and unrealised change, moved by '
           || CAST(CAST(moved AS DECIMAL(18,2)) AS VARCHAR(40)) || ': '
           || CASE WHEN fees IS NULL THEN 'fees, funding or trades are missing'
                   ELSE 'fees of ' || CAST(CAST(1E2 * rate AS DECIMAL(18,3)) AS VARCHAR(40)) || ' % a side would be about '
                       || CAST(CAST(fees AS DECIMAL(18,2)) AS VARCHAR(40)) END AS finding,
       n
FROM closed
WHERE ABS(moved - pnl) > 5E-3 * first AND ABS(moved - pnl) > 1E-1 * ABS(pnl)
