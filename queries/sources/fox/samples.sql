-- A row is one figure of one snapshot that was collected. The counts are of the minute before it.
INSERT INTO staged.samples BY NAME
SELECT
    concat_ws(' ', epoch_us(f.timestamp), f.metric) AS id,
    f.timestamp AS time,
    f.file,
    f.metric,
    CASE WHEN starts_with(f.metric, 'positions.') OR f.metric = 'issues.aged' THEN 'gauge' ELSE 'flow' END AS kind,
    f.value
FROM raw.fox_figures AS f
JOIN raw.fox_collections AS c ON c.file = f.file AND c.line = f.line
WHERE NOT c.failed
