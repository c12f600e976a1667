-- A row is one state of an agent: what it holds then stands in data, and correlation is its date, as written.
INSERT INTO staged.events BY NAME
SELECT
    o.known_as AS id, o.time, t.agent, o.file,
    'cycle' AS kind, 'INFO' AS level, o.cycle, o.date AS correlation, CAST(o.positions AS VARCHAR) AS data, o.line
FROM raw.aitrader_ordered AS o CROSS JOIN raw.told AS t
