-- A row is a currency and account that the agent's equity is counted in, in the period, in the best origin it has there.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT e.time, e.currency, e.account, e.preference, s.from_time
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time < s.to_time AND e.value IS NOT NULL
),
best AS (
    SELECT MIN(preference) AS preference FROM own
)
SELECT DISTINCT o.currency, o.account
FROM own AS o
INNER JOIN best AS b ON o.preference = b.preference
WHERE o.time >= o.from_time
ORDER BY o.currency NULLS LAST, o.account NULLS LAST
