-- A row is the newest value of the account in the period, of the best origin that the agent has.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT e.time, e.value, e.available, e.unrealised, e.currency, e.basis, e.origin,
           ROW_NUMBER() OVER (ORDER BY e.preference NULLS LAST, e.time DESC, e.id) AS k
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
)
SELECT o.time, o.value AS total, o.available, o.available / NULLIF(o.value, 0E0) AS available_share, o.unrealised,
       o.currency, o.basis
FROM own AS o
WHERE o.k = 1
