-- A row is the number of the agent's heartbeats in the period and the usual gap between them: half of the time is spent in
-- gaps up to it, the longest apart, so that rows written in bursts are one sign of life.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
beats AS (
    SELECT DISTINCT EPOCH_US(x.time) AS time_us
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
    SELECT CAST(b.time_us - LAG(b.time_us) OVER (ORDER BY b.time_us) AS DOUBLE) / 1E6 AS gap FROM beats AS b
),
ranked AS (
    SELECT gap, ROW_NUMBER() OVER (ORDER BY gap) AS k, COUNT(*) OVER () AS n FROM steps WHERE gap IS NOT NULL
),
lived AS (
    SELECT gap, SUM(gap) OVER (ORDER BY k) AS so_far, SUM(gap) OVER () AS whole
    FROM ranked
    WHERE k <= n - LEAST(3, FLOOR(CAST(n AS DOUBLE) / 10E0))
)
SELECT (SELECT COUNT(*) FROM beats) AS n,
       (SELECT MIN(gap) FROM lived WHERE 2E0 * so_far >= whole) AS usual_gap_seconds
