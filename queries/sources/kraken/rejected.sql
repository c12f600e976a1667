-- A row is something whose time cannot be read, and that is left out for it.
SELECT file, line, CAST(timestamp AS VARCHAR) AS value, 'timestamp is not usable: seconds since 1970 were expected' AS reason
FROM raw.kraken_metrics WHERE timestamp IS NOT NULL AND raw.time_in(timestamp, 'UTC') IS NULL
UNION ALL
SELECT file, line, CAST(timestamp AS VARCHAR), 'timestamp is not usable: seconds since 1970 were expected'
FROM raw.kraken_messages WHERE raw.time_in(timestamp, 'UTC') IS NULL
UNION ALL
SELECT file, line, CAST(timestamp AS VARCHAR), 'timestamp is not usable: seconds since 1970 were expected'
FROM raw.kraken_alerts WHERE raw.time_in(timestamp, 'UTC') IS NULL
UNION ALL
SELECT t.file, 0, COALESCE(CAST(p.position_id AS VARCHAR), '') || ': ' || COALESCE(CAST(p.created_at AS VARCHAR), 'NULL'),
       'created_at is not usable: milliseconds since 1970 were expected'
FROM raw.positions AS p CROSS JOIN raw.told AS t WHERE raw.utc(p.created_at) IS NULL
UNION ALL
SELECT t.file, 0, COALESCE(CAST(p.symbol AS VARCHAR), ''), 'a position has no position_id: it is left out'
FROM raw.positions AS p CROSS JOIN raw.told AS t WHERE p.position_id IS NULL
UNION ALL
SELECT t.file, 0, COALESCE(CAST(f.symbol AS VARCHAR), ''), 'a fill has no trade_id: it is left out'
FROM raw.trade_history AS f CROSS JOIN raw.told AS t
WHERE f.trade_id IS NULL AND raw.number(f.executed_size) > 0 AND upper(f.status) IN ('EXECUTED', 'PARTIAL')
UNION ALL
SELECT t.file, 0, COALESCE(CAST(m.id AS VARCHAR), '') || ': ' || COALESCE(CAST(m.timestamp_ms AS VARCHAR), 'NULL'),
       'timestamp_ms is not usable: milliseconds since 1970 were expected'
FROM raw.portfolio_metrics AS m CROSS JOIN raw.told AS t WHERE raw.utc(m.timestamp_ms) IS NULL
UNION ALL
SELECT DISTINCT s.file, s.line, '', 'these settings name no time: import them together with answers of /api/metrics'
FROM (SELECT file, line FROM raw.kraken_thresholds UNION ALL SELECT file, line FROM raw.kraken_config) AS s
WHERE NOT EXISTS (SELECT 1 FROM staged.runs AS r WHERE r.system IS NULL AND r.kind = 'settings' AND r.file = s.file)
