-- A row is one stop loss that was placed or moved, and says how long that took: duration_ms of its event; value is seconds.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
told AS (
    SELECT e.time, SUBSTR(e.data, STRPOS(e.data, '"duration_ms":') + 14) AS rest
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND (e.kind LIKE 'stop\_%' ESCAPE '\' OR e.kind LIKE 'trailing\_stop%' ESCAPE '\' OR e.kind LIKE 'sl\_%' ESCAPE '\')
      AND e.data LIKE '%"duration_ms":%'
),
taken AS (
    SELECT t.time,
           TRY_CAST(REPLACE(SUBSTR(t.rest, 1, STRPOS(CONCAT(REPLACE(t.rest, '}', ','), ','), ',') - 1), '"', '') AS DOUBLE) AS milliseconds
    FROM told AS t
)
SELECT k.time AS time, k.milliseconds / 1E3 AS value, '' AS part
FROM taken AS k
WHERE k.milliseconds > 0E0 AND k.milliseconds <= 1.7E308
ORDER BY k.time
