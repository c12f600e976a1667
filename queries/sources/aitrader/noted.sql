-- A row is what the user should know of the files just read.
WITH moves AS (
    SELECT o.*, COALESCE(holdings[symbol], 0) - COALESCE(LAG(holdings) OVER (PARTITION BY file ORDER BY position)[symbol], 0) AS moved,
           row_number() OVER (PARTITION BY file ORDER BY position) AS nth
    FROM raw.aitrader_ordered AS o
),
odd AS (
    SELECT file, COUNT(*) AS n, MIN(line) AS line FROM moves
    WHERE nth > 1 AND symbol IS NOT NULL
      AND abs(moved - CASE WHEN starts_with(action, 'sell') THEN -1 ELSE 1 END * amount) > 1e-6 * (1 + abs(amount))
    GROUP BY file
)
SELECT format('{}: {} lines hold another quantity than the line before and their action make, such as line {}: they are taken as written', file, n, line) AS note
FROM odd
UNION ALL
SELECT format('{}: its prices are of the zone {}, and {} is assumed; tell it with --zone', s.file, s.zone, t.zone)
FROM (
    SELECT DISTINCT file, COALESCE("Meta Data.5. Time Zone", "Meta Data.6. Time Zone") AS zone FROM raw.aitrader_series
) AS s CROSS JOIN raw.told AS t
WHERE s.zone <> t.zone AND NOT (s.zone = 'UTC' AND t.zone IN ('Z', 'UTC', 'Etc/UTC'))
