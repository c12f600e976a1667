-- A row is the number of UTC days in the period on which the agent left any row.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT COUNT(DISTINCT x.day) AS days
FROM (
    SELECT system, agent, environment, time, day FROM equity
    UNION ALL SELECT system, agent, environment, time, day FROM decisions
    UNION ALL SELECT system, agent, environment, time, day FROM confidence
    UNION ALL SELECT system, agent, environment, exit_time AS time, exit_day AS day FROM trades
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
