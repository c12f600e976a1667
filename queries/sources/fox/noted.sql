-- A row is what a reader of the figures should know: what was never seen, what was not collected, what is unknown.
SELECT x.note
FROM (
    SELECT 1 AS place, string_agg(metric, ', ' ORDER BY metric) || ': 0 in all ' || MAX(n)
               || ' snapshots: never observed, which is not the same as never happened' AS note
    FROM (
        SELECT f.metric, COUNT(*) AS n
        FROM raw.fox_figures AS f JOIN raw.fox_collections AS c ON c.file = f.file AND c.line = f.line
        WHERE NOT c.failed AND f.metric IN ('activity.closed', 'issues.zombies', 'issues.emergency', 'issues.ws_reconnects')
        GROUP BY f.metric
        HAVING MAX(f.value) = 0 AND COUNT(*) >= 60
    )
    UNION ALL
    SELECT 2, COUNT(*) || ' snapshots are all zero between others with positions: failed collections, kept as events'
    FROM raw.fox_collections WHERE failed HAVING COUNT(*) > 0
    UNION ALL
    SELECT 3, t.file || ': times of positions name no zone: read as ' || t.zone || ' (--zone says otherwise)'
    FROM raw.told AS t
    WHERE t.zone = 'UTC' AND EXISTS (
        SELECT 1 FROM raw.positions WHERE regexp_matches(CAST(opened_at AS VARCHAR), '^\d{4}-\d\d-\d\d[T ][\d:.]+$'))
    UNION ALL
    SELECT 4, t.file || ': ' || p.n || ' closed positions have no P&L: neither pnl nor realized_pnl'
    FROM raw.told AS t CROSS JOIN (
        SELECT COUNT(*) AS n FROM raw.positions
        WHERE lower(CAST(status AS VARCHAR)) = 'closed' AND COALESCE(raw.number(pnl), raw.number(realized_pnl)) IS NULL
    ) AS p WHERE p.n > 0
    UNION ALL
    SELECT 5, t.file || ': ' || p.n || ' closed positions have no closed_at: their last change is taken for the exit'
    FROM raw.told AS t CROSS JOIN (
        SELECT COUNT(*) AS n FROM raw.positions
        WHERE lower(CAST(status AS VARCHAR)) = 'closed' AND raw.utc(closed_at) IS NULL AND raw.utc(updated_at) IS NOT NULL
    ) AS p WHERE p.n > 0
    UNION ALL
    SELECT 6, t.file || ': ' || p.n || ' rows of trades filled nothing: ' || p.statuses || '; left out'
    FROM raw.told AS t CROSS JOIN (
        SELECT COUNT(*) AS n, string_agg(DISTINCT status, ', ' ORDER BY status) AS statuses FROM raw.trades
        WHERE COALESCE(lower(CAST(status AS VARCHAR)), '') IN ('new', 'open', 'pending', 'rejected', 'expired', 'failed', 'error')
           OR COALESCE(raw.number(executed_qty), raw.number(quantity), 0) <= 0
    ) AS p WHERE p.n > 0
    UNION ALL
    SELECT 7, t.file || ': positions of other states than active, trailing, open and closed: ' || p.statuses || '; left out'
    FROM raw.told AS t CROSS JOIN (
        SELECT string_agg(DISTINCT CAST(status AS VARCHAR), ', ' ORDER BY CAST(status AS VARCHAR)) AS statuses FROM raw.positions
        WHERE lower(CAST(status AS VARCHAR)) NOT IN ('active', 'trailing', 'open', 'closed')
    ) AS p WHERE p.statuses IS NOT NULL
) AS x
WHERE x.note IS NOT NULL
ORDER BY x.place
