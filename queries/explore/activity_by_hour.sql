-- A row is an hour of the day (UTC) over the period: trades opened and closed, orders, errors, closes that a log states, and what a monitor counted; what no row of the period tells of is NULL.
-- An error that its source tells of once more as a line of its log is one error.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
told AS (
    SELECT DISTINCT e.time, e.message
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'error' AND e.message IS NOT NULL
),
things AS (
    SELECT t.entry_time AS time, 1 AS opened, 0 AS closed, 0 AS orders, 0 AS errors, 0 AS stated_closed, CAST(NULL AS DOUBLE) AS monitored_opened, CAST(NULL AS DOUBLE) AS unprotected
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.entry_time >= s.from_time AND t.entry_time < s.to_time
    UNION ALL
    SELECT t.exit_time AS time, 0, 1, 0, 0, 0, NULL, NULL
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
    UNION ALL
    SELECT o.time, 0, 0, 1, 0, 0, NULL, NULL
    FROM orders AS o
    CROSS JOIN scope AS s
    WHERE o.system = s.system AND o.agent = s.agent AND o.environment = s.environment
      AND o.time >= s.from_time AND o.time < s.to_time
    UNION ALL
    SELECT e.time, 0, 0, 0, 1, 0, NULL, NULL
    FROM events AS e
    CROSS JOIN scope AS s
    LEFT JOIN told AS t ON t.time = e.time AND t.message = e.message AND e.kind <> 'error'
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.level IN ('ERROR', 'CRITICAL') AND t.time IS NULL
    UNION ALL
    SELECT e.time, 0, 0, 0, 0, 1, NULL, NULL
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind = 'position_closed' AND COALESCE(e.message, '') NOT LIKE 'position_closed: {%'
    UNION ALL
    SELECT x.time, 0, 0, 0, 0, 0, CASE WHEN x.kind = 'flow' AND x.metric LIKE '%opened' THEN x.value END,
           CASE WHEN x.kind = 'gauge' AND x.metric LIKE '%unprotected' THEN x.value END
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.value BETWEEN -1.7E308 AND 1.7E308
      AND ((x.kind = 'flow' AND x.metric LIKE '%opened') OR (x.kind = 'gauge' AND x.metric LIKE '%unprotected'))
)
SELECT EXTRACT(HOUR FROM h.time) AS hour_of_day,
       CASE WHEN SUM(SUM(h.opened)) OVER () > 0 THEN SUM(h.opened) END AS opened,
       CASE WHEN SUM(SUM(h.closed)) OVER () > 0 THEN SUM(h.closed) END AS closed,
       CASE WHEN SUM(SUM(h.orders)) OVER () > 0 THEN SUM(h.orders) END AS orders, SUM(h.errors) AS errors,
       CASE WHEN SUM(SUM(h.stated_closed)) OVER () > 0 THEN SUM(h.stated_closed) END AS stated_closed,
       SUM(h.monitored_opened) AS monitored_opened, MAX(h.unprotected) AS most_unprotected
FROM things AS h
GROUP BY EXTRACT(HOUR FROM h.time)
ORDER BY EXTRACT(HOUR FROM h.time) NULLS LAST
