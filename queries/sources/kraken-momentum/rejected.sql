-- A row is a row of the database whose time cannot be read.
WITH every AS (
    SELECT 'trades' AS name, CAST(id AS VARCHAR) AS id, CAST(entry_time AS VARCHAR) AS written, raw.time_in(entry_time, 'UTC') AS time FROM raw.trades
    UNION ALL
    SELECT 'daily_metrics', CAST(date AS VARCHAR), CAST(date AS VARCHAR), raw.time_in(date, 'UTC') FROM raw.daily_metrics
    UNION ALL
    SELECT 'ml_samples', CAST(id AS VARCHAR), CAST(timestamp AS VARCHAR), raw.time_in(timestamp, 'UTC') FROM raw.ml_samples
    UNION ALL
    SELECT 'ml_pending', CAST(order_id AS VARCHAR), CAST(timestamp AS VARCHAR), raw.time_in(timestamp, 'UTC') FROM raw.ml_pending
)
SELECT t.file, 0 AS line, COALESCE(e.written, '') AS value,
       e.name || ' ' || COALESCE(e.id, '') || ': a time such as 2025-12-24T14:00:00+00:00 was expected; the row is left out' AS reason
FROM every AS e CROSS JOIN raw.told AS t
WHERE e.time IS NULL
ORDER BY 4
