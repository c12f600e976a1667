-- A row is one value of one of the monitor's metrics. Counts of the day begin anew at the bot's midnight and the others at
-- its restart: both are counters. A WebSocket message is as old as the sample in it, which its status names. A word is 1
-- under the label that it is.
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
), together AS (
    SELECT file, time, metric, '{}' AS labels, value FROM numbers
    UNION ALL
    SELECT file, time, metric, to_json({status: word}), 1 FROM words
)
SELECT
    epoch_us(time) || '-' || metric AS id,
    time, file, metric, labels,
    CASE WHEN metric IN ('trades_executed', 'trades_successful', 'trades_failed', 'api_errors', 'nonce_failures',
                         'websocket_reconnects') THEN 'counter' ELSE 'gauge' END AS kind,
    value
FROM together
WHERE time IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY time, metric ORDER BY file) = 1
