-- A row is the agent's newest row and the median gap in seconds between its heartbeat rows in the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
beats AS (
    SELECT DISTINCT x.time
    FROM (
        SELECT system, agent, environment, time FROM equity
        UNION ALL SELECT system, agent, environment, time FROM decisions
        UNION ALL SELECT system, agent, environment, time FROM confidence
        UNION ALL SELECT system, agent, environment, time FROM events
        UNION ALL SELECT system, agent, environment, COALESCE(exit_time, time) AS time FROM trades
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
),
steps AS (
    SELECT b.time, b.time - LAG(b.time) OVER (ORDER BY b.time) AS gap FROM beats AS b
),
ranked AS (
    SELECT gap, ROW_NUMBER() OVER (ORDER BY gap) AS k, COUNT(*) OVER () AS n FROM steps WHERE gap IS NOT NULL
)
SELECT (SELECT MAX(time) FROM beats) AS newest, (SELECT COUNT(*) FROM beats) AS n,
       (SELECT MAX(EXTRACT(DAY FROM gap) * 86400 + EXTRACT(HOUR FROM gap) * 3600 + EXTRACT(MINUTE FROM gap) * 60 + EXTRACT(SECOND FROM gap))
        FROM ranked WHERE k = CAST(FLOOR((CAST(n AS DOUBLE) + 1) / 2E0) AS BIGINT)) AS median_gap_seconds
