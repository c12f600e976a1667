-- A row is a sign that the agent was started again in the period: it said so, its count of cycles fell, or its uptime did.
-- An uptime tells the instant of the start, not only that there was one.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
cycles AS (
    SELECT e.time, e.cycle, LAG(e.cycle) OVER (ORDER BY e.time, e.id) AS before
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time - INTERVAL '7' DAY AND e.time < s.to_time AND e.kind = 'cycle' AND e.cycle IS NOT NULL
),
uptimes AS (
    SELECT x.time, x.value, LAG(x.value) OVER (PARTITION BY x.metric, x.labels, x.account ORDER BY x.time, x.id) AS before
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time - INTERVAL '7' DAY AND x.time < s.to_time
      AND x.metric LIKE '%uptime_seconds' AND x.value BETWEEN 0E0 AND 1.7E308
),
signs AS (
    SELECT e.time, 1 AS rank
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time < s.to_time AND e.kind IN ('start', 'app_started')
    UNION
    SELECT c.time, 2 FROM cycles AS c WHERE c.cycle < c.before
    UNION
    SELECT u.time - INTERVAL '1' SECOND * CAST(FLOOR(u.value) AS BIGINT), 3 FROM uptimes AS u WHERE u.value < u.before
)
SELECT g.time, g.rank,
       (SELECT COUNT(*)
        FROM changes AS c
        WHERE c.kind = 'downtime' AND COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
          AND c.time <= g.time + INTERVAL '15' MINUTE AND c.until >= g.time - INTERVAL '15' MINUTE) AS planned
FROM signs AS g
CROSS JOIN scope AS s
WHERE g.time >= s.from_time
ORDER BY g.rank, g.time
