-- A row is a quarter of an hour of the period in which the agent left any row: a zone's days begin on one.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT DISTINCT DATE_TRUNC('hour', x.time) + INTERVAL '15' MINUTE * CAST(FLOOR(EXTRACT(MINUTE FROM x.time) / 15E0) AS INTEGER) AS quarter
FROM (
    SELECT system, agent, environment, time FROM equity
    UNION ALL SELECT system, agent, environment, time FROM decisions
    UNION ALL SELECT system, agent, environment, time FROM confidence
    UNION ALL SELECT system, agent, environment, time FROM samples
    UNION ALL SELECT system, agent, environment, exit_time AS time FROM trades
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
ORDER BY quarter NULLS LAST
