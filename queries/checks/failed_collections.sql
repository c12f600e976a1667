-- A row is the finding that collections of the monitor failed: every value is 0 although the ones around are not, or the source says so.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
instants AS (
    SELECT x.time, COUNT(*) AS series, MAX(ABS(x.value)) AS largest
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
    GROUP BY x.time
),
around AS (
    SELECT time, largest, GREATEST(COALESCE(LAG(largest) OVER (ORDER BY time), 0E0), COALESCE(LAG(largest, 2) OVER (ORDER BY time), 0E0)) AS before,
           GREATEST(COALESCE(LEAD(largest) OVER (ORDER BY time), 0E0), COALESCE(LEAD(largest, 2) OVER (ORDER BY time), 0E0)) AS after
    FROM instants
    WHERE series >= 5
),
failed AS (
    -- longer stretches of 0 may be a bot without a position
    SELECT time FROM around WHERE largest = 0E0 AND before > 0E0 AND after > 0E0
    UNION
    SELECT x.time
    FROM events AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.kind = 'collection_failed'
),
counted AS (
    SELECT COUNT(*) AS n, MIN(time) AS first_time FROM failed
)
SELECT 'warning' AS severity, 'collections' AS subject,
       CAST(n AS VARCHAR(40)) || CASE WHEN n = 1 THEN ' collection' ELSE ' collections' END
           || ' of the monitor failed, the first at ' || SUBSTRING(CAST(first_time AS VARCHAR(40)), 1, 16)
           || ': all of its values are 0, which is not a state of the bot' AS finding,
       n
FROM counted
WHERE n > 0
