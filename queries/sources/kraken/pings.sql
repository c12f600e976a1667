-- A row is a message of the WebSocket that says only that the monitor lives.
INSERT INTO staged.events BY NAME
SELECT
    'ping-' || epoch_us(raw.time_in(timestamp, 'UTC')) AS id,
    raw.time_in(timestamp, 'UTC') AS time,
    file,
    'ping' AS kind,
    'DEBUG' AS level,
    line
FROM raw.kraken_messages
WHERE type = 'ping' AND raw.time_in(timestamp, 'UTC') IS NOT NULL
