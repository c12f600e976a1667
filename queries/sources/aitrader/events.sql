-- A row is what an agent held at the end of a date, which stands in data; correlation is the date, as written.
INSERT INTO staged.events BY NAME
SELECT
    'cycle-' || o.date AS id, o.time, t.agent, o.file,
    'cycle' AS kind, 'INFO' AS level, o.cycle, o.date AS correlation, CAST(o.positions AS VARCHAR) AS data, o.line
FROM raw.aitrader_ordered AS o CROSS JOIN raw.told AS t
QUALIFY row_number() OVER (PARTITION BY o.date ORDER BY o.time DESC, o.line DESC) = 1
