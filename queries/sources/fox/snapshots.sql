-- A row is a snapshot: the monitor was alive then, and what it monitors answered, unless the collection failed.
INSERT INTO staged.events BY NAME
SELECT
    'snapshot-' || epoch_us(timestamp) AS id,
    timestamp AS time,
    file,
    CASE WHEN failed THEN 'collection_failed' ELSE 'snapshot' END AS kind,
    CASE WHEN failed THEN 'WARNING' ELSE 'INFO' END AS level,
    CASE WHEN failed THEN 'every figure is 0 while there are positions before and after: nothing was collected' END AS message,
    line
FROM raw.fox_collections
