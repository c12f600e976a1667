-- A row is a step of equity above 5 % that no flow, closed trade or unrealised change explains; a warning where samples/equity leaves its return out.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT e.time, e.id, e.value, e.flow, e.unrealised, e.currency, e.account, e.basis, e.origin, e.preference, s.from_time
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time < s.to_time AND e.value IS NOT NULL
),
best AS (
    SELECT MIN(preference) AS preference FROM own
),
start AS (
    SELECT MAX(o.time) AS time
    FROM own AS o
    INNER JOIN best AS b ON o.preference = b.preference
    INNER JOIN (SELECT DISTINCT preference, currency, account FROM own WHERE time >= from_time) AS k
        ON k.preference = o.preference AND k.currency IS NOT DISTINCT FROM o.currency AND k.account IS NOT DISTINCT FROM o.account
    WHERE o.time < o.from_time
),
points AS (
    SELECT o.time, MAX_BY(o.value, o.id) FILTER (WHERE o.value IS NOT NULL) AS value, SUM(o.flow) AS flow,
           MAX_BY(o.unrealised, o.id) FILTER (WHERE o.unrealised IS NOT NULL) AS unrealised,
           MAX(o.currency) AS currency, MAX(o.account) AS account, MAX(o.basis) AS basis, MAX(o.origin) AS origin,
           MAX(CASE WHEN o.time < o.from_time THEN 1 ELSE 0 END) AS carried
    FROM own AS o
    INNER JOIN best AS b ON o.preference = b.preference
    CROSS JOIN start AS f
    WHERE o.time >= COALESCE(f.time, o.from_time)
    GROUP BY o.time
),
steps AS (
    SELECT p.*, LAG(p.time) OVER (ORDER BY p.time) AS since, LAG(p.value) OVER (ORDER BY p.time) AS before,
           p.unrealised - LAG(p.unrealised) OVER (ORDER BY p.time) AS unrealised_change
    FROM points AS p
),
moved AS (
    SELECT g.time, SUM(c.amount) AS amount
    FROM steps AS g
    CROSS JOIN scope AS s
    INNER JOIN cash_flows AS c
        ON c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
       AND c.time > g.since AND c.time <= g.time
       AND COALESCE(c.currency, g.currency, '') = COALESCE(g.currency, c.currency, '')
       AND COALESCE(c.account, g.account, '') = COALESCE(g.account, c.account, '')
    WHERE g.flow IS NULL
    GROUP BY g.time
),
jumps AS (
    SELECT g.time, g.since, g.before, g.value, g.value - g.before AS change, 5E-2 * g.before AS limit_of_it, g.unrealised_change
    FROM steps AS g
    LEFT JOIN moved AS m ON m.time = g.time
    WHERE g.basis = 'reported' AND g.before > 0E0 AND g.flow IS NULL AND m.amount IS NULL
      AND ABS(g.value - g.before) > 5E-2 * g.before
),
traded AS (
    SELECT j.time, SUM(CASE WHEN t.exit_time > j.since AND t.exit_time <= j.time THEN t.pnl ELSE 0E0 END) AS pnl,
           COUNT(*) FILTER (WHERE t.pnl_basis IN ('net', 'gross')) AS n,
           COUNT(*) FILTER (WHERE t.entry_time <= j.time AND (t.exit_time IS NULL OR t.exit_time > j.since)
                              AND (t.entry_time <= j.since OR t.exit_time IS NULL OR t.exit_time > j.time)) AS still_open
    FROM jumps AS j
    CROSS JOIN scope AS s
    INNER JOIN trades AS t ON t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
    GROUP BY j.time
)
SELECT CASE WHEN t.n > 0 AND (j.unrealised_change IS NOT NULL OR t.still_open = 0) THEN 'warning' ELSE 'info' END AS severity,
       SUBSTRING(CAST(j.time AS VARCHAR(40)), 1, 16) AS subject,
       'equity went from ' || CAST(CAST(j.before AS DECIMAL(18,1)) AS VARCHAR(40)) || ' to ' || CAST(CAST(j.value AS DECIMAL(18,1)) AS VARCHAR(40))
           || ', ' || CASE WHEN j.change > 0E0 THEN '+' ELSE '' END || CAST(CAST(1E2 * j.change / NULLIF(j.before, 0E0) AS DECIMAL(18,1)) AS VARCHAR(40)) || ' %, and '
           || CASE WHEN t.n > 0 AND (j.unrealised_change IS NOT NULL OR t.still_open = 0)
                   THEN 'no flow, closed trade or unrealised change explains it'
                   WHEN t.n > 0 THEN 'no flow or closed trade explains it; the unrealised P&L of open trades is not recorded'
                   ELSE 'what could explain it, closed trades with their profit, is not recorded' END
           || ': ' || CASE WHEN j.change > 0E0 THEN 'deposit or gain' ELSE 'withdrawal or loss' END || '? Say it in data/flows.csv'
           || CASE WHEN t.n > 0 AND (j.unrealised_change IS NOT NULL OR t.still_open = 0)
                   THEN '; until then no return is taken there' ELSE '' END AS finding,
       CAST(1 AS BIGINT) AS n
FROM jumps AS j
LEFT JOIN traded AS t ON t.time = j.time
WHERE ABS(j.change - COALESCE(t.pnl, 0E0) - COALESCE(j.unrealised_change, 0E0)) > j.limit_of_it
ORDER BY j.time
