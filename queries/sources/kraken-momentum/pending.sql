-- A row is an entry that was carried out and whose exit the model waits for.
INSERT INTO staged.decisions BY NAME
SELECT
    'pending-' || CAST(p.order_id AS VARCHAR) AS id,
    raw.time_in(p.timestamp, 'UTC') AS time, t.agent, 'kraken' AS exchange, CAST(p.pair AS VARCHAR) AS symbol_written, t.file,
    CASE lower(CAST(p.signal_type AS VARCHAR)) WHEN 'buy' THEN 'open_long' WHEN 'sell' THEN 'open_short'
        ELSE lower(CAST(p.signal_type AS VARCHAR)) END AS action,
    CAST(p.signal_type AS VARCHAR) AS action_written, raw.number(p.entry_price) AS price, true AS executed
FROM raw.ml_pending AS p CROSS JOIN raw.told AS t
WHERE raw.time_in(p.timestamp, 'UTC') IS NOT NULL
