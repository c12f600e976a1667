-- A row is the account's value at one instant, of the best origin that the agent has; the last one of the same account before the period comes first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT e.time, e.id, e.value, e.flow, e.currency, e.account, e.basis, e.origin, e.preference, s.from_time
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
)
SELECT o.time, MAX_BY(o.value, o.id) AS value, SUM(COALESCE(o.flow, 0E0)) AS flow, MAX(o.currency) AS currency,
       MAX(o.basis) AS basis, MAX(o.origin) AS origin, MAX(CASE WHEN o.time < o.from_time THEN 1 ELSE 0 END) AS carried
FROM own AS o
INNER JOIN best AS b ON o.preference = b.preference
CROSS JOIN start AS f
WHERE o.time >= COALESCE(f.time, o.from_time)
GROUP BY o.time
ORDER BY o.time
