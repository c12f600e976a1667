-- A row is a snapshot without a figure, or a row of a table, that is left out because its time cannot be read.
SELECT x.file, x.line, x.value, x.reason
FROM (
    SELECT s.file, s.line, '' AS value, 'no figure here: "metrics" with numbers was expected' AS reason
    FROM raw.fox_snapshots AS s
    WHERE NOT EXISTS (SELECT 1 FROM raw.fox_collections AS c WHERE c.file = s.file AND c.line = s.line)
    UNION ALL
    SELECT file, line, timestamp, 'timestamp is not usable: a time such as 2026-11-21 10:00:00,000 was expected'
    FROM raw.fox_samples WHERE raw.utc(replace(timestamp, ',', '.')) IS NULL
    UNION ALL
    SELECT file, line, COALESCE(analysis_timestamp, ''), 'no time here: time_range or analysis_timestamp was expected'
    FROM raw.fox_analyses
    WHERE COALESCE(raw.utc(replace("time_range.start", ',', '.')), raw.utc(analysis_timestamp)) IS NULL
    UNION ALL
    SELECT t.file, 0, COALESCE(w.value, ''),
           'table ' || w.origin || ', id ' || COALESCE(w.row, '') || ', ' || w.name || ': a time was expected; the row is left out'
    FROM raw.told AS t CROSS JOIN (
        SELECT 'positions' AS origin, CAST(id AS VARCHAR) AS row, 'closed_at' AS name, CAST(closed_at AS VARCHAR) AS value
        FROM raw.positions
        WHERE lower(CAST(status AS VARCHAR)) = 'closed' AND COALESCE(raw.utc(closed_at), raw.utc(updated_at)) IS NULL
        UNION ALL
        SELECT 'events', CAST(id AS VARCHAR), 'created_at', CAST(created_at AS VARCHAR)
        FROM raw.events WHERE raw.utc(created_at) IS NULL
        UNION ALL
        SELECT 'trades', CAST(id AS VARCHAR), 'executed_at', CAST(executed_at AS VARCHAR)
        FROM raw.trades WHERE COALESCE(raw.utc(executed_at), raw.utc(updated_at)) IS NULL
        UNION ALL
        SELECT 'orders', CAST(id AS VARCHAR), 'created_at', CAST(created_at AS VARCHAR)
        FROM raw.orders WHERE COALESCE(raw.utc(created_at), raw.utc(updated_at)) IS NULL
        UNION ALL
        SELECT 'trailing_stop_state', COALESCE(CAST(id AS VARCHAR), CAST(symbol AS VARCHAR)), 'created_at', CAST(created_at AS VARCHAR)
        FROM raw.trailing_stop_state
        WHERE COALESCE(raw.utc(last_update_time), raw.utc(activated_at), raw.utc(created_at)) IS NULL
        UNION ALL
        SELECT 'performance_metrics', CAST(id AS VARCHAR), 'created_at', CAST(created_at AS VARCHAR)
        FROM raw.performance_metrics WHERE raw.utc(created_at) IS NULL
        UNION ALL
        SELECT 'event_performance_metrics', CAST(id AS VARCHAR), 'recorded_at', CAST(recorded_at AS VARCHAR)
        FROM raw.event_performance_metrics WHERE raw.utc(recorded_at) IS NULL
        UNION ALL
        SELECT 'risk_events', CAST(id AS VARCHAR), 'created_at', CAST(created_at AS VARCHAR)
        FROM raw.risk_events WHERE raw.utc(created_at) IS NULL
        UNION ALL
        SELECT 'risk_violations', CAST(id AS VARCHAR), 'timestamp', CAST(timestamp AS VARCHAR)
        FROM raw.risk_violations WHERE raw.utc(timestamp) IS NULL
    ) AS w
) AS x
ORDER BY x.file, x.line, x.reason
