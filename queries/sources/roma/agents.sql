-- A row is what the bot says of one of its agents at one instant: whether it runs, for how long, with which model.
INSERT INTO staged.runs BY NAME
SELECT
    'status-' || epoch_us(i.time) AS id,
    i.time,
    COALESCE(a.agent_id, a.id, t.agent) AS agent,
    a.file,
    'process' AS kind,
    json_merge_patch('{}', json_merge_patch(to_json(a), '{"file": null, "line": null, "position": null}')) AS figures
FROM raw.roma_agents AS a
JOIN raw.roma_instants AS i ON i.file = a.file AND i.position = 0
CROSS JOIN raw.told AS t
WHERE i.time IS NOT NULL
