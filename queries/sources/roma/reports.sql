-- A row is what the bot says of its own performance, or of its analytics, at one instant: figures under its names, in its units.
-- Of the messages of one websocket the last one stands for all.
INSERT INTO staged.runs BY NAME
WITH said AS (
    SELECT file, parent AS position, 'performance' AS what, to_json(p) AS figures
    FROM raw.roma_performance AS p
    QUALIFY row_number() OVER (PARTITION BY file ORDER BY line DESC) = 1
    UNION ALL
    SELECT file, 0, 'analytics', to_json(a) FROM raw.roma_analytics AS a
)
SELECT
    s.what || '-' || epoch_us(i.time) AS id,
    i.time,
    COALESCE(i.agent, t.agent) AS agent,
    s.file,
    'report' AS kind,
    'USDT' AS currency,
    json_merge_patch('{}', json_merge_patch(s.figures, '{"file": null, "line": null, "position": null, "parent": null}'))
        AS figures
FROM said AS s
JOIN raw.roma_instants AS i ON i.file = s.file AND i.position = s.position
CROSS JOIN raw.told AS t
WHERE i.time IS NOT NULL
