-- A row is an exchange: how many positions of the period were opened by an event, how many of them got a stop loss within an hour, and the seconds until then.
-- A stop is a position's by its number, else by symbol and exchange.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
said AS (
    SELECT e.id, e.time, e.time_us, e.kind, COALESCE(e.exchange, '') AS exchange, COALESCE(e.symbol, '') AS symbol,
           CASE WHEN e.data LIKE '%"position_id":%' THEN SUBSTR(e.data, STRPOS(e.data, '"position_id":') + 14) END AS rest
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind IN ('position_created', 'stop_loss_placed', 'stop_loss_set', 'stop_loss_set_on_load', 'emergency_stop_placed')
),
keyed AS (
    SELECT a.id, a.time_us, a.kind, a.exchange,
           COALESCE(NULLIF(REPLACE(SUBSTR(a.rest, 1, STRPOS(CONCAT(REPLACE(a.rest, '}', ','), ','), ',') - 1), 'null', ''), ''),
                    CONCAT(a.symbol, ' ', a.exchange)) AS position
    FROM said AS a
),
opened AS (
    SELECT p.id, p.exchange, p.time_us, MIN(k.time_us) AS stopped_us
    FROM keyed AS p
    LEFT JOIN keyed AS k ON k.position = p.position AND k.kind <> 'position_created' AND k.time_us BETWEEN p.time_us AND p.time_us + 3600000000
    WHERE p.kind = 'position_created'
    GROUP BY p.id, p.exchange, p.time_us
),
ranked AS (
    SELECT o.exchange, CAST(o.stopped_us - o.time_us AS DOUBLE) / 1E6 AS seconds, COUNT(*) OVER (PARTITION BY o.exchange) AS opened,
           COUNT(o.stopped_us) OVER (PARTITION BY o.exchange) AS n,
           ROW_NUMBER() OVER (PARTITION BY o.exchange ORDER BY o.stopped_us - o.time_us NULLS LAST) AS k
    FROM opened AS o
)
SELECT r.exchange, MAX(r.opened) AS opened, MAX(r.n) AS with_a_stop, AVG(r.seconds) AS mean_seconds_without,
       AVG(CASE WHEN r.k IN (FLOOR((r.n + 1) / 2E0), CEIL((r.n + 1) / 2E0)) THEN r.seconds END) AS median_seconds_without,
       MAX(r.seconds) AS longest_seconds_without, COUNT_IF(r.seconds > 2E-1) AS over_200_ms
FROM ranked AS r
GROUP BY r.exchange
ORDER BY r.exchange NULLS LAST
