-- A row is one value of one of the monitor's metrics. Counts of the day begin anew at the bot's midnight and the others at
-- its restart, so both are counters; their increase is told from the sample before, where one lies within eight days. A
-- WebSocket message is as old as the sample in it, which its status names. A word is 1 under the label that it is.
INSERT INTO staged.samples BY NAME
WITH said AS (
    SELECT m.*,
           raw.time_in(COALESCE(
               m.timestamp,
               CASE WHEN abs(epoch(s.last_update) - w.timestamp) < 120 THEN epoch(s.last_update) END,
               w.timestamp), 'UTC') AS time
    FROM raw.kraken_metrics AS m
    LEFT JOIN raw.kraken_messages AS w ON w.file = m.file AND w.line = m.line
    LEFT JOIN raw.kraken_status AS s ON s.file = m.file AND s.line = m.line
), numbers AS (
    UNPIVOT (SELECT * EXCLUDE (line, position, timestamp, balance_manager_health, websocket_status) FROM said)
    ON COLUMNS(* EXCLUDE (file, time)) INTO NAME metric VALUE value
), words AS (
    UNPIVOT (SELECT file, time, balance_manager_health, websocket_status FROM said)
    ON balance_manager_health, websocket_status INTO NAME metric VALUE word
), fresh AS (
    SELECT file, time, metric, '{}' AS labels, value FROM numbers
    UNION ALL
    SELECT file, time, metric, to_json({status: word}), 1 FROM words
), distinct_fresh AS (
    SELECT * FROM fresh WHERE time IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY time, metric ORDER BY file) = 1
), bounds AS (
    SELECT MIN(time) - INTERVAL 8 DAY AS since, MAX(time) + INTERVAL 8 DAY AS until FROM distinct_fresh
), known AS (
    SELECT o.file, o.time, o.metric, o.labels, o.value
    FROM stored.samples AS o
    SEMI JOIN raw.told AS t ON o.agent = t.agent AND o.system = 'kraken'
    JOIN bounds AS b ON o.time BETWEEN b.since AND b.until
    WHERE o.kind = 'counter'
      AND NOT EXISTS (SELECT 1 FROM distinct_fresh AS f WHERE f.time = o.time AND f.metric = o.metric)
), together AS (
    SELECT *, true AS fresh FROM distinct_fresh
    UNION ALL
    SELECT *, false FROM known
), stepped AS (
    SELECT *,
           metric IN ('trades_executed', 'trades_successful', 'trades_failed', 'api_errors', 'nonce_failures',
                      'websocket_reconnects') AS counts,
           LAG(time) OVER series AS before, LAG(value) OVER series AS former, LAG(fresh) OVER series AS former_fresh
    FROM together
    WINDOW series AS (PARTITION BY metric, labels ORDER BY time)
)
SELECT
    epoch_us(time) || '-' || metric AS id,
    time, file, metric, labels,
    CASE WHEN counts THEN 'counter' ELSE 'gauge' END AS kind,
    value,
    CASE WHEN counts AND time - before <= INTERVAL 8 DAY
         THEN CASE WHEN value >= former THEN value - former ELSE value END END AS increase
FROM stepped
-- a known sample that has a new one before it counts from that one now
WHERE fresh OR former_fresh
