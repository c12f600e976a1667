-- A row is what the bot's own count of its cycles says: numbers that are missing, and counts that began anew.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
counted AS (
    SELECT x.time, x.cycle
    FROM events AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.kind = 'cycle' AND x.cycle IS NOT NULL
),
steps AS (
    SELECT c.time, c.cycle, LAG(c.cycle) OVER (ORDER BY c.time, c.cycle NULLS LAST) AS before
    FROM counted AS c
),
summed AS (
    SELECT COUNT(*) AS cycles, COUNT(*) FILTER (WHERE cycle > before + 1) AS places,
           CAST(COALESCE(SUM(cycle - before - 1) FILTER (WHERE cycle > before + 1), 0) AS BIGINT) AS missing,
           MAX_BY(before, cycle - before) FILTER (WHERE before IS NOT NULL AND cycle > before + 1) AS most_after,
           MAX_BY(time, cycle - before) FILTER (WHERE cycle > before + 1) AS most_at,
           MAX(cycle - before - 1) AS most,
           COUNT(*) FILTER (WHERE cycle < before OR (cycle = before AND cycle <= 1)) AS restarts,
           COUNT(*) FILTER (WHERE cycle = before AND cycle > 1) AS twice
    FROM steps
)
SELECT CASE WHEN 100 * missing > cycles THEN 'warning' ELSE 'info' END AS severity, 'cycle numbers' AS subject,
       CAST(missing AS VARCHAR(40)) || CASE WHEN missing = 1 THEN ' cycle number is' ELSE ' cycle numbers are' END || ' missing in '
           || CAST(places AS VARCHAR(40)) || CASE WHEN places = 1 THEN ' place' ELSE ' places' END || ', the most, '
           || CAST(most AS VARCHAR(40)) || ', after cycle ' || CAST(most_after AS VARCHAR(40)) || ' until '
           || SUBSTRING(CAST(most_at AS VARCHAR(40)), 1, 16) || ': files are gone, or the bot failed before it wrote' AS finding,
       missing AS n
FROM summed
WHERE missing > 0
UNION ALL
SELECT 'info', 'cycle numbers',
       'the count of cycles began anew ' || CAST(restarts AS VARCHAR(40)) || CASE WHEN restarts = 1 THEN ' time' ELSE ' times' END
           || ': the bot was restarted',
       restarts
FROM summed
WHERE restarts > 0
UNION ALL
SELECT 'warning', 'cycle numbers',
       CAST(twice AS VARCHAR(40)) || CASE WHEN twice = 1 THEN ' cycle has' ELSE ' cycles have' END
           || ' the number of the one before: two bots may be writing to one folder',
       twice
FROM summed
WHERE twice > 0
ORDER BY severity NULLS LAST, finding NULLS LAST
