-- A row is what the user should know of the files just read.
SELECT format('{}: {} fills on margin make no trade: they are {}', file, COUNT(*), unknown_because) AS note
FROM raw.kraken_roles WHERE unknown_because IS NOT NULL GROUP BY file, unknown_because
UNION ALL
SELECT format('{}: lines that are not read: {}', file, string_agg(n || ' ' || type, ', ' ORDER BY type))
FROM (
    SELECT file, COALESCE(lower(type), 'of no type') AS type, COUNT(*) AS n FROM raw.kraken_ledgers
    WHERE COALESCE(lower(type), '') NOT IN ('deposit', 'withdrawal', 'rollover') GROUP BY ALL
)
GROUP BY file
UNION ALL
SELECT note FROM raw.round_trip_notes
