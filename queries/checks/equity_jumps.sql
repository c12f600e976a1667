-- A row is a step of equity above 5 % that no flow, closed trade or unrealised change explains.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT e.time, e.value, e.flow, e.unrealised, e.preference, e.currency
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.value IS NOT NULL
),
best AS (
    SELECT MIN(preference) AS preference FROM own
),
points AS (
    SELECT o.time, MAX(o.value) AS value, MAX(o.flow) AS flow, MAX(o.unrealised) AS unrealised
    FROM own AS o
    INNER JOIN best AS b ON o.preference = b.preference
    GROUP BY o.time
),
steps AS (
    SELECT time, value, flow, LAG(time) OVER (ORDER BY time) AS since, LAG(value) OVER (ORDER BY time) AS before,
           COALESCE(unrealised - LAG(unrealised) OVER (ORDER BY time), 0E0) AS unrealised_change
    FROM points
),
large AS (
    SELECT time, since, value, before, flow, unrealised_change
    FROM steps
    WHERE before > 0E0 AND ABS(value - before - COALESCE(flow, 0E0)) > 5E-2 * before
),
realised AS (
    SELECT g.time, SUM(t.pnl) AS pnl
    FROM large AS g
    CROSS JOIN scope AS s
    INNER JOIN trades AS t
        ON t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
       AND t.exit_time > g.since AND t.exit_time <= g.time
    GROUP BY g.time
),
moved AS (
    SELECT g.time, SUM(c.amount) AS amount
    FROM large AS g
    CROSS JOIN scope AS s
    INNER JOIN cash_flows AS c
        ON c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
       AND c.time > g.since AND c.time <= g.time
    GROUP BY g.time
)
SELECT 'warning' AS severity, SUBSTRING(CAST(g.time AS VARCHAR), 1, 16) AS subject,
       'equity went from ' || CAST(CAST(g.before AS DECIMAL(18,1)) AS VARCHAR) || ' to ' || CAST(CAST(g.value AS DECIMAL(18,1)) AS VARCHAR) || ', '
           || CAST(CAST(1E2 * (g.value / g.before - 1E0) AS DECIMAL(18,1)) AS VARCHAR)
           || ' %, and no deposit, closed trade or unrealised change explains it' AS finding,
       CAST(1 AS BIGINT) AS n
FROM large AS g
LEFT JOIN realised AS r ON r.time = g.time
LEFT JOIN moved AS m ON m.time = g.time
WHERE ABS(g.value - g.before - COALESCE(g.flow, m.amount, 0E0)) > 5E-2 * g.before
  AND ABS(g.value - g.before - COALESCE(g.flow, m.amount, 0E0) - COALESCE(r.pnl, 0E0) - g.unrealised_change) > 5E-2 * g.before
ORDER BY g.time
