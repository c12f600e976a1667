-- A row is an order or position that cannot be used, or not wholly.
SELECT
    t.file, 0 AS line, CAST(o.created_at AS VARCHAR) AS value,
    'orders ' || COALESCE(o.id, 'without id') || ': an id and a time such as 2026-11-16 14:00:00 were expected' AS reason
FROM raw.orders AS o
CROSS JOIN raw.told AS t
WHERE o.id IS NULL OR raw.time_in(o.created_at, 'UTC') IS NULL
UNION ALL
SELECT
    t.file, 0 AS line, CAST(n.value AS VARCHAR) AS value,
    'orders ' || o.id || ': ' || n.name || ' is no number of at most 20 digits and 18 decimals; the order stays without it' AS reason
FROM raw.orders AS o
CROSS JOIN raw.told AS t
CROSS JOIN LATERAL (
    VALUES ('price', CAST(o.price AS VARCHAR)), ('quantity', CAST(o.quantity AS VARCHAR)),
           ('filled_quantity', CAST(o.filled_quantity AS VARCHAR))
) AS n (name, value)
WHERE n.value IS NOT NULL AND raw.exact(n.value) IS NULL
UNION ALL
SELECT
    t.file, 0 AS line, COALESCE(CAST(p.size AS VARCHAR), '') || ' at ' || COALESCE(CAST(p.updated_at AS VARCHAR), '') AS value,
    'positions ' || COALESCE(p.symbol, 'without symbol') || ': a symbol, a size and a time of its update were expected' AS reason
FROM raw.positions AS p
CROSS JOIN raw.told AS t
WHERE p.symbol IS NULL OR raw.time_in(p.updated_at, 'UTC') IS NULL OR raw.exact(p.size) IS NULL
ORDER BY file, reason
