-- A row is what a reader of the bot's figures should know.
SELECT
    t.file || ': numbers of orders are stored as binary fractions, as SQLite does with NUMERIC: about 15 digits are exact;'
        || ' PostgreSQL keeps all 38' AS note
FROM raw.told AS t
WHERE 'DOUBLE' IN (SELECT data_type FROM information_schema.columns
                   WHERE table_schema = 'raw' AND table_name IN ('orders', 'positions')
                     AND column_name IN ('price', 'quantity', 'filled_quantity', 'size'))
UNION ALL
SELECT
    t.file || ': status words that are not known, kept as unknown: ' || string_agg(DISTINCT o.status, ', ' ORDER BY o.status) AS note
FROM raw.orders AS o
CROSS JOIN raw.told AS t
WHERE raw.order_status(o.status) = 'unknown' AND lower(trim(o.status)) <> 'unknown'
GROUP BY t.file
UNION ALL
SELECT
    file || ': lines of ' || service || ', which writes no audit lines, are left out: ' || COUNT(*) AS note
FROM (SELECT file, COALESCE(service, 'no service') AS service FROM raw.bingx_audit WHERE output IS NOT NULL)
WHERE (file, service) NOT IN (SELECT (file, COALESCE(service, 'no service')) FROM raw.bingx_audit WHERE output IS NULL)
GROUP BY file, service
ORDER BY note
