-- A row is one answer of /status or /health. The time that /health answers never changes, so the file's is taken.
INSERT INTO staged.events BY NAME
SELECT
    'status-' || epoch_us(f.time) AS id, f.time, s.file, 'status' AS kind,
    CASE WHEN s.healthy THEN 'INFO' ELSE 'WARNING' END AS level,
    CASE WHEN s.healthy THEN 'healthy' ELSE 'not healthy' END || CASE WHEN s.ready THEN ', ready' ELSE ', not ready' END AS message,
    json_object('components', s.components, 'config', s.config) AS data
FROM raw.bingx_status AS s
JOIN raw.files_read AS f USING (file)
UNION ALL BY NAME
SELECT
    'health-' || epoch_us(f.time) || '-' || COALESCE(h.status, h.detail) AS id, f.time, h.file, 'health' AS kind,
    CASE WHEN h.status IN ('healthy', 'ready') THEN 'INFO' ELSE 'WARNING' END AS level,
    COALESCE(h.status, h.detail) AS message
FROM raw.bingx_health AS h
JOIN raw.files_read AS f USING (file)
