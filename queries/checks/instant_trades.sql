-- A row is the finding that most trades open and close within the same second.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
closed AS (
    SELECT t.*
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
),
counted AS (
    SELECT COUNT(*) FILTER (WHERE exit_time < entry_time + INTERVAL '1' SECOND AND exit_time >= entry_time) AS instant,
           COUNT(*) FILTER (WHERE entry_time IS NOT NULL) AS n
    FROM closed
)
SELECT 'info' AS severity, 'holding time' AS subject,
       CAST(instant AS VARCHAR(40)) || ' of ' || CAST(n AS VARCHAR(40))
           || ' trades open and close at the same instant: the entry was not recorded, holding time is not available' AS finding,
       instant AS n
FROM counted
WHERE n >= 5 AND 2 * instant > n
